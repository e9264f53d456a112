package org.fingerpost.cli.cfg;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.fingerpost.cli.lines.Parsed;
import org.fingerpost.cli.lines.SettingLines;
import org.fingerpost.cli.lines.SettingsJson;
import org.fingerpost.cli.streams.Complaint;
import org.fingerpost.cli.streams.Streams;
import org.fingerpost.formats.cfg.CfgBinary;
import org.fingerpost.formats.cfg.CfgFormatException;
import org.fingerpost.formats.cfg.CfgVariant;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValues;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "encode",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Make a config binary from lines.",
        description = {
            "",
            "Reads one setting a line, Pn=value, and writes the file a phone asks for as cfg{mac}."
                + " The first = separates; the value is taken as it is, to the end of the line. An"
                + " empty value clears the setting. Lines that begin with # are comments.",
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
            "Variants, for phones that were fed by other encoders (they combine):",
            "  pad4            NUL padding to a multiple of 4 bytes instead of 2",
            "  form-spaces     a space is written + instead of %%20",
            "  gnkey-from-mac  the value of gnkey is cut from the MAC address",
            "",
            "Examples:",
            "  printf 'P47=sip.example.net\\nP35=2001\\n' \\",
            "    | fingerpost cfg encode --mac 000b82123456 > cfg000b82123456",
            "  fingerpost cfg encode --mac 00:0B:82:12:34:56 -o cfg000b82123456 settings.txt",
            "  fingerpost cfg decode --json old | fingerpost cfg encode --json > new"
        })
final class CfgEncodeCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec private CommandSpec spec;

    @Option(
            names = "--mac",
            paramLabel = "MAC",
            description = "The phone's address, in any spelling. With --json it may be there.")
    private String mac = "";

    @Option(
            names = "--variant",
            paramLabel = "ID",
            split = ",",
            description = "A variant of the encoding, see below; may be repeated.")
    private List<String> variants = List.of();

    @Option(names = "--json", description = "Read JSON, as decode --json writes it, not lines.")
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

    CfgEncodeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Set<CfgVariant> wanted = variants();
        if (!json && mac.isEmpty()) {
            throw usage("--mac is missing: for which phone is the file?");
        }
        byte[] read = streams.read(input);
        byte[] file = json ? ofJson(read, wanted) : ofLines(read, wanted);
        streams.write(output, file);
        return 0;
    }

    private byte[] ofLines(byte[] read, Set<CfgVariant> wanted) {
        return encode(parsed(mac), Parsed.numbered(SettingLines.read(read), streams::warn), wanted);
    }

    private byte[] ofJson(byte[] read, Set<CfgVariant> wanted) {
        var content = SettingsJson.read(read);
        String named =
                mac.isEmpty()
                        ? content.mac()
                                .orElseThrow(() -> usage("neither --mac nor a mac in the JSON"))
                        : mac;
        return encode(parsed(named), Parsed.numbered(content.settings(), streams::warn), wanted);
    }

    private static byte[] encode(MacAddress phone, PValues settings, Set<CfgVariant> wanted) {
        try {
            return CfgBinary.encode(phone, settings, wanted);
        } catch (CfgFormatException wrong) {
            throw new Complaint(wrong.getMessage(), wrong);
        }
    }

    private Set<CfgVariant> variants() {
        Set<CfgVariant> all = new LinkedHashSet<>();
        for (String id : variants) {
            all.add(
                    CfgVariant.find(id)
                            .orElseThrow(() ->
                                    usage(
                                            "--variant: there is no \"%s\"; there are %s"
                                                    .formatted(id, CfgVariant.ids()))));
        }
        return all;
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
