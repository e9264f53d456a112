package org.fingerpost.cli.archive;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.fingerpost.cli.service.RefusedException;
import org.fingerpost.cli.service.ServiceOptions;
import org.fingerpost.cli.streams.Complaint;
import org.fingerpost.cli.streams.Streams;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Fetch an archive of everything that a provider owns in the config service.",
        description = {
            "",
            "The API key needs the permission reveal: whoever has the file and the passphrase has"
                    + " all secrets. The file is written whole or not at all.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the archive is written",
            "1:refused, or something is wrong",
            "2:the command was not understood"
        })
final class ArchiveExportCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin private ServiceOptions service = new ServiceOptions();

    @Mixin private PassphraseOption passphrase = new PassphraseOption();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "Where the archive goes.")
    private Path output = Path.of("");

    ArchiveExportCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        try {
            new ArchiveService(service.service()).export(passphrase.text(streams, true), output);
            return 0;
        } catch (RefusedException refused) {
            throw new Complaint(refused.getMessage(), refused);
        }
    }
}
