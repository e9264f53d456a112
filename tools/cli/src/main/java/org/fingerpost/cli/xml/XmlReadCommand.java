package org.fingerpost.cli.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.fingerpost.cli.lines.SettingLine;
import org.fingerpost.cli.lines.SettingLines;
import org.fingerpost.cli.lines.SettingsJson;
import org.fingerpost.cli.streams.Complaint;
import org.fingerpost.cli.streams.OtherKind;
import org.fingerpost.cli.streams.Streams;
import org.fingerpost.formats.inspect.FileKind;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.markup.MarkupException;
import org.fingerpost.formats.xml.XmlFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Make lines from provisioning XML.",
        description = {
            "",
            "Reads version 1 (P-values) and version 2 (aliases) and prints name=value in the order"
                    + " of the file. What it passes over is said on standard error. Passwords are"
                    + " printed as they are.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the settings are printed",
            "1:no provisioning XML, or sealed; or a value holds a line break (use --json)",
            "2:the command was not understood"
        },
        footer = {
            "",
            "Examples:",
            "  fingerpost xml read cfg000b82123456.xml",
            "  fingerpost xml read --json cfg000b82123456.xml | jq -r .mac",
            "  fingerpost xml open --password-file key sealed | fingerpost xml read"
        })
final class XmlReadCommand implements Callable<Integer> {

    private static final Set<FileKind> KINDS =
            Set.of(FileKind.XML_P_VALUES, FileKind.XML_ALIASES, FileKind.XML_OTHER);

    private final Streams streams;

    @Option(names = "--json", description = "Print JSON, with the MAC address if there is one.")
    private boolean json;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            defaultValue = Streams.STANDARD,
            description = "Where the lines go; default is standard output.")
    private String output = Streams.STANDARD;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = Streams.STANDARD,
            description = "The XML; default is standard input.")
    private String input = Streams.STANDARD;

    XmlReadCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        XmlFile file = read();
        file.oddities().forEach(streams::warn);
        List<SettingLine> settings = new ArrayList<>();
        switch (file) {
            case XmlFile.Numbered(_, var numbered, _) ->
                    numbered.forEach(s -> add(settings, s.p().toString(), s.value()));
            case XmlFile.Named(_, var named, _) ->
                    named.forEach(s -> add(settings, s.alias().name(), s.value()));
        }
        var mac = file.mac().map(MacAddress::toString);
        streams.write(
                output,
                json
                        ? SettingsJson.write(new SettingsJson.Content(mac, settings))
                        : SettingLines.write(settings));
        return 0;
    }

    private static void add(List<SettingLine> settings, String name, String value) {
        settings.add(new SettingLine(settings.size() + 1, name, value));
    }

    private XmlFile read() {
        byte[] file = streams.read(input);
        try {
            return XmlFile.read(file);
        } catch (MarkupException wrong) {
            String why = OtherKind.of(file, KINDS).orElse(wrong.getMessage());
            throw new Complaint(Streams.name(input) + ": " + why, wrong);
        }
    }
}
