package org.fingerpost.cli.template;

import java.util.concurrent.Callable;
import org.fingerpost.cli.streams.Complaint;
import org.fingerpost.cli.streams.Streams;
import org.fingerpost.formats.template.ImportedFile;
import org.fingerpost.formats.template.TemplateException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Make a clean text template from any file that holds settings.",
        description = {
            "",
            "Reads vendor text templates and device dumps (P271 = 1, comments, any line end, UTF-8,"
                + " UTF-16 or Latin-1), provisioning XML of both versions, and config binaries."
                + " Writes UTF-8, one Pn=value a line, comments above the setting they describe."
                + " Nothing is lost: what is neither comment nor setting becomes a comment, and is"
                + " said on standard error, and so are blanks around a value, which only --json"
                + " keeps. Passwords are written as they are.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the template is written",
            "1:no settings can be taken from it, or a value does not fit on a line (use --json)",
            "2:the command was not understood"
        },
        footer = {
            "",
            "Examples:",
            "  fingerpost template import vendor-template.txt -o ours.txt",
            "  fingerpost template import cfg000b82123456.xml",
            "  fingerpost template import --json dump.txt | jq -r '.settings[].p'"
        })
final class TemplateImportCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(names = "--json", description = "Write JSON: p, value, description and line of each.")
    private boolean json;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            defaultValue = Streams.STANDARD,
            description = "Where the template goes; default is standard output.")
    private String output = Streams.STANDARD;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = Streams.STANDARD,
            description = "Where the settings are; default is standard input.")
    private String input = Streams.STANDARD;

    TemplateImportCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        ImportedFile file = json ? read() : withBareValues(read());
        file.oddities().forEach(streams::warn);
        if (json) {
            streams.write(output, TemplateJson.of(file));
        } else {
            streams.write(output, text(file));
        }
        return 0;
    }

    private ImportedFile read() {
        return Imported.read(streams, input);
    }

    private static ImportedFile withBareValues(ImportedFile file) {
        return switch (file) {
            case ImportedFile.Numbered(var kind, var mac, var template) ->
                    new ImportedFile.Numbered(kind, mac, template.withBareValues());
            case ImportedFile.Named named -> named;
        };
    }

    private byte[] text(ImportedFile file) {
        try {
            return switch (file) {
                case ImportedFile.Numbered(_, _, var template) -> template.write();
                case ImportedFile.Named named -> AliasText.of(named);
            };
        } catch (TemplateException unwritable) {
            throw new Complaint(
                    Streams.name(input)
                            + ": "
                            + unwritable.getMessage()
                            + "; --json can hold any value",
                    unwritable);
        }
    }
}
