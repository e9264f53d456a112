package org.fingerpost.cli.xml;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fingerpost.cli.lines.Parsed;
import org.fingerpost.cli.lines.SettingLine;
import org.fingerpost.cli.lines.SettingLines;
import org.fingerpost.cli.lines.SettingsJson;
import org.fingerpost.cli.streams.Streams;
import org.fingerpost.formats.alias.AliasSettings;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.xml.AliasLayout;
import org.fingerpost.formats.xml.AliasXml;
import org.fingerpost.formats.xml.ProvisioningXml;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "write",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Make provisioning XML from lines.",
        description = {
            "",
            "Lines Pn=value make version 1, lines account.1.name=value make version 2 (aliases,"
                    + " which newer families read). The value is taken as it is, to the end of the"
                    + " line. Lines that begin with # are comments and do not reach the file.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the file is written",
            "1:the settings make no file; the sentence names the line",
            "2:the command was not understood"
        },
        footer = {
            "",
            "Examples:",
            "  fingerpost xml write --mac 000b82123456 -o cfg000b82123456.xml settings.txt",
            "  fingerpost xml write settings.txt > cfg.xml    # for any phone: no MAC",
            "  printf 'account.1.enable=Yes\\n' | fingerpost xml write --layout parts"
        })
final class XmlWriteCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec private CommandSpec spec;

    @Option(
            names = "--mac",
            paramLabel = "MAC",
            description = "The one phone it is for; others will reject the file. Default: any.")
    private String mac = "";

    @Option(
            names = "--layout",
            paramLabel = "LAYOUT",
            defaultValue = "items",
            description = "Of aliases: items (a line each) or parts (grouped); default items.")
    private String layout = "items";

    @Option(names = "--json", description = "Read JSON, as read --json writes it, not lines.")
    private boolean json;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            defaultValue = Streams.STANDARD,
            description = "Where the file goes; default is standard output.")
    private String output = Streams.STANDARD;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = Streams.STANDARD,
            description = "The settings; default is standard input.")
    private String input = Streams.STANDARD;

    XmlWriteCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        AliasLayout wanted =
                AliasLayout.find(layout)
                        .orElseThrow(() -> usage("--layout is items or parts, not " + layout));
        byte[] read = streams.read(input);
        Optional<String> named = mac.isEmpty() ? Optional.empty() : Optional.of(mac);
        List<SettingLine> lines;
        if (json) {
            var content = SettingsJson.read(read);
            lines = content.settings();
            named = named.or(content::mac);
        } else {
            lines = SettingLines.read(read);
        }
        Optional<MacAddress> phone = named.map(this::parsed);
        streams.write(
                output,
                switch (Parsed.of(lines, streams::warn)) {
                    case Parsed.Numbered(var settings) -> numbered(phone, settings);
                    case Parsed.Named(var settings) -> named(phone, settings, wanted);
                });
        return 0;
    }

    private static byte[] numbered(Optional<MacAddress> phone, PValues settings) {
        return phone.map(known -> ProvisioningXml.write(known, settings))
                .orElseGet(() -> ProvisioningXml.write(settings));
    }

    private static byte[] named(
            Optional<MacAddress> phone, AliasSettings settings, AliasLayout layout) {
        return phone.map(known -> AliasXml.write(known, settings, layout))
                .orElseGet(() -> AliasXml.write(settings, layout));
    }

    private MacAddress parsed(String text) {
        try {
            return MacAddress.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw usage("--mac: " + wrong.getMessage());
        }
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
