package org.fingerpost.cli.template;

import java.util.concurrent.Callable;
import org.fingerpost.cli.streams.Complaint;
import org.fingerpost.cli.streams.Streams;
import org.fingerpost.formats.template.ImportedFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Compare the settings of two files.",
        description = {
            "",
            "Compares what a phone would be told: order, comments and form do not count, so that a"
                + " dump can be compared with a config binary. Takes all files that import takes.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:they set the same",
            "1:they differ",
            "2:a file cannot be read, or the command was not understood"
        },
        footer = {
            "",
            "Examples:",
            "  fingerpost template diff dump-monday.txt dump-tuesday.txt",
            "  fingerpost template diff template.txt cfg000b82123456.xml",
            "",
            "Passwords are shown masked unless --show-secrets is given."
        })
final class TemplateDiffCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec private CommandSpec spec;

    @Option(names = "--show-secrets", description = "Show passwords as they are.")
    private boolean showSecrets;

    @Parameters(index = "0", paramLabel = "OLD", description = "A file; - is standard input.")
    private String old = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "Another file.")
    private String young = "";

    TemplateDiffCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var before = settings(old);
        var after = settings(young);
        if (!before.isEmpty() && !after.isEmpty() && before.named() != after.named()) {
            throw usage("one file names P-values, the other aliases: they cannot be compared");
        }
        String differences = before.difference(after, showSecrets);
        streams.print(differences);
        return differences.isEmpty() ? 0 : 1;
    }

    private ComparedSettings settings(String file) {
        ImportedFile read;
        try {
            read = Imported.read(streams, file);
        } catch (Complaint wrong) {
            throw usage(wrong.getMessage());
        }
        return ComparedSettings.of(read);
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
