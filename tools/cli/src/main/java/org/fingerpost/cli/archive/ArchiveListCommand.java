package org.fingerpost.cli.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.fingerpost.cli.streams.Complaint;
import org.fingerpost.cli.streams.Streams;
import org.fingerpost.envelope.EnvelopeException;
import org.fingerpost.envelope.Passphrase;
import org.fingerpost.envelope.SealedInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Say what is in an archive, without a service.",
        description = {
            "",
            "Opens the whole archive, so it also checks that nothing is missing or was changed."
                    + " Names are shown, values are not.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the archive is whole",
            "1:it does not open, or is not whole",
            "2:the command was not understood"
        })
final class ArchiveListCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin private PassphraseOption passphrase = new PassphraseOption();

    @Parameters(paramLabel = "FILE", description = "The archive.")
    private String archive = "";

    ArchiveListCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var opening = Passphrase.of(passphrase.text(streams, false));
        try (InputStream sealed = new SealedInput(streams.open(archive), opening);
                var lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        new GZIPInputStream(sealed), StandardCharsets.UTF_8))) {
            boolean ended = list(lines) && sealed.read() < 0;
            if (!ended) {
                throw new Complaint(archive + ": the end is missing");
            }
            return 0;
        } catch (EnvelopeException wrong) {
            throw new Complaint(archive + ": " + wrong.getMessage(), wrong);
        } catch (IOException wrong) {
            throw new Complaint(archive + ": this is no archive", wrong);
        }
    }

    private boolean list(BufferedReader lines) throws IOException {
        var json = new ObjectMapper();
        boolean ended = false;
        String line = lines.readLine();
        while (line != null) {
            JsonNode document = json.readTree(line);
            ended = document.path("kind").asText().equals("end");
            if (!ended) {
                streams.print(named(document) + "\n");
            }
            line = lines.readLine();
        }
        return ended;
    }

    private static String named(JsonNode document) {
        String kind = document.path("kind").asText();
        return switch (kind) {
            case "manifest" ->
                    "made %s for provider %d"
                            .formatted(
                                    document.path("made").asText(),
                                    document.path("provider").asLong());
            case "group" -> kind + " " + document.path("name").asText();
            case "sheet" -> kind + " " + document.path("sheet").path("name").asText();
            case "device" -> kind + " " + document.path("device").path("mac").asText();
            default -> kind;
        };
    }
}
