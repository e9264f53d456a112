package org.fingerpost.cli.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.fingerpost.cli.service.RefusedException;
import org.fingerpost.cli.service.ServiceOptions;
import org.fingerpost.cli.streams.Complaint;
import org.fingerpost.cli.streams.Streams;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Bring an archive to a config service, for the provider whose API key it is.",
        description = {
            "",
            "All of the archive is read before anything is written. Then waits until everything is"
                    + " taken over, and says what was rejected.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything is taken over",
            "1:refused, or some of it was rejected, or something is wrong",
            "2:the command was not understood"
        })
final class ArchiveImportCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Streams streams;

    @Mixin private ServiceOptions service = new ServiceOptions();

    @Mixin private PassphraseOption passphrase = new PassphraseOption();

    @Option(
            names = "--overwrite",
            description = "Change what is there already into what the archive says.")
    private boolean overwrite;

    @Parameters(paramLabel = "FILE", description = "The archive.")
    private Path archive = Path.of("");

    ArchiveImportCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        try {
            var archives = new ArchiveService(service.service());
            long id = archives.send(passphrase.text(streams, false), archive, overwrite);
            JsonNode job = archives.job(id);
            while (job.path("state").asText().equals("running")) {
                Thread.sleep(LOOK);
                job = archives.job(id);
            }
            return tell(archives, id, job);
        } catch (RefusedException refused) {
            throw new Complaint(refused.getMessage(), refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Complaint("stopped; the service goes on with it", stopped);
        }
    }

    private int tell(ArchiveService archives, long id, JsonNode job) {
        long rejected = job.path("rejected").asLong();
        if (rejected > 0) {
            archives.rejections(id)
                    .forEach(each ->
                            streams.print(
                                    "rejected: "
                                            + each.path("thing").asText()
                                            + ": "
                                            + each.path("reason").asText()
                                            + "\n"));
        }
        streams.print(
                "%d of %d are taken over%n"
                        .formatted(
                                job.path("decided").asLong() - rejected,
                                job.path("documents").asLong()));
        if (!job.path("state").asText().equals("done")) {
            throw new Complaint(job.path("reason").asText());
        }
        return rejected > 0 ? 1 : 0;
    }
}
