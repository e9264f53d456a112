package org.fingerpost.cli.cfg;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.fingerpost.cli.lines.SettingLine;
import org.fingerpost.cli.lines.SettingLines;
import org.fingerpost.cli.lines.SettingsJson;
import org.fingerpost.cli.streams.Complaint;
import org.fingerpost.cli.streams.OtherKind;
import org.fingerpost.cli.streams.Streams;
import org.fingerpost.formats.cfg.CfgBinary;
import org.fingerpost.formats.cfg.CfgFile;
import org.fingerpost.formats.cfg.CfgFormatException;
import org.fingerpost.formats.cfg.PlusSign;
import org.fingerpost.formats.inspect.FileKind;
import org.fingerpost.formats.inspect.Inspector;
import org.fingerpost.formats.pvalue.Setting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "decode",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Make lines from a config binary.",
        description = {
            "",
            "Reads what the encoders in use write and prints its settings, Pn=value, in the order"
                    + " of the file. Passwords are printed as they are.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the settings are printed",
            "1:not such a file, encrypted, or damaged; or a value holds a line break (use --json)",
            "2:the command was not understood"
        },
        footer = {
            "",
            "Examples:",
            "  fingerpost cfg decode cfg000b82123456",
            "  fingerpost cfg decode --json cfg000b82123456 | jq -r .mac",
            "  fingerpost cfg decode old | fingerpost cfg encode --mac 000b82654321 > new"
        })
final class CfgDecodeCommand implements Callable<Integer> {

    private static final Set<FileKind> KINDS = Set.of(FileKind.CFG_BINARY, FileKind.CFG_ENCRYPTED);

    private final Streams streams;

    @Option(names = "--json", description = "Print JSON, with the MAC address.")
    private boolean json;

    @Option(
            names = "--plus-is-space",
            description = "Read a raw + as a space, for files with form-style spaces.")
    private boolean plusIsSpace;

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
            description = "The config binary; default is standard input.")
    private String input = Streams.STANDARD;

    CfgDecodeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        CfgFile file = decoded();
        List<SettingLine> settings = new ArrayList<>();
        for (Setting setting : file.settings()) {
            settings.add(
                    new SettingLine(settings.size() + 1, setting.p().toString(), setting.value()));
        }
        streams.write(output, json ? json(file, settings) : SettingLines.write(settings));
        return 0;
    }

    /** A file may say less, or other, than it seems to: where to look is told, what is not. */
    private void hint(byte[] file) {
        String body =
                new String(
                        file,
                        CfgBinary.HEADER,
                        file.length - CfgBinary.HEADER,
                        StandardCharsets.ISO_8859_1);
        if (!plusIsSpace && body.indexOf('+') >= 0) {
            streams.warn(
                    "there is a bare +, which some encoders write for a space; --plus-is-space"
                            + " reads it so");
        }
        int odd = Inspector.inspect(file).faults().size();
        if (odd > 0) {
            streams.warn(
                    "the file is odd in %d %s: fingerpost cfg inspect tells where"
                            .formatted(odd, odd == 1 ? "place" : "places"));
        }
    }

    private static String json(CfgFile file, List<SettingLine> settings) {
        var mac = Optional.of(file.mac().toString());
        return SettingsJson.write(new SettingsJson.Content(mac, settings));
    }

    private CfgFile decoded() {
        byte[] file = streams.read(input);
        try {
            CfgFile decoded = CfgBinary.decode(file, plusIsSpace ? PlusSign.SPACE : PlusSign.PLUS);
            hint(file);
            return decoded;
        } catch (CfgFormatException wrong) {
            String why =
                    OtherKind.of(file, KINDS)
                            .orElseGet(() -> wrong.getMessage() + "; cfg inspect tells more");
            throw new Complaint(Streams.name(input) + ": " + why, wrong);
        }
    }
}
