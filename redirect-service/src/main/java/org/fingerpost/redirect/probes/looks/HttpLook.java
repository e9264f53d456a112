package org.fingerpost.redirect.probes.looks;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.formats.inspect.FileKind;
import org.fingerpost.formats.inspect.Inspector;
import org.fingerpost.redirect.egress.http.Came;
import org.fingerpost.redirect.egress.http.EgressClient;
import org.fingerpost.redirect.egress.http.Outgoing;
import org.fingerpost.redirect.egress.http.Outgoing.Trust;
import org.fingerpost.redirect.probes.looks.Point.Verdict;

/** Asks for a file over HTTP or HTTPS. Its first bytes tell the kind; the rest is not read. */
@ApplicationScoped
public class HttpLook {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int ENOUGH = 64 << 10;
    private static final int LONGEST_WORD = 100;

    private final EgressClient client;

    HttpLook(EgressClient client) {
        this.client = client;
    }

    public FileSeen at(String url) {
        String file = url.substring(url.lastIndexOf('/') + 1);
        Outgoing get =
                new Outgoing(
                        "GET",
                        URI.create(url),
                        Map.of("user-agent", "Fingerpost probe"),
                        new byte[0],
                        PATIENCE,
                        ENOUGH,
                        // Whom a phone would believe is a point of its own.
                        Trust.ANYBODY);
        return switch (client.send(get)) {
            case Came.Answered answer -> seen(file, answer);
            case Came.Refused(var reason) -> FileSeen.nothing(file, Verdict.FAILED, reason);
            case Came.Failed(var reason) -> FileSeen.nothing(file, Verdict.FAILED, reason);
        };
    }

    private static FileSeen seen(String file, Came.Answered answer) {
        if (answer.status() != 200) {
            return seen(file, answer, verdict(answer.status()), meaning(answer.status()));
        }
        FileKind kind = Inspector.inspect(answer.body()).kind();
        Verdict verdict = FileSeen.verdict(file, kind);
        return answer.length().isEmpty() && verdict == Verdict.PASSED
                ? seen(file, answer, Verdict.WARNING, "no Content-Length: old phones need one")
                : seen(file, answer, verdict, kind.meaning());
    }

    private static FileSeen seen(
            String file, Came.Answered answer, Verdict verdict, String detail) {
        return new FileSeen(
                file,
                verdict,
                Optional.of(answer.status()),
                answer.length(),
                answer.contentType().map(HttpLook::word),
                answer.status() == 200
                        ? Optional.of(Inspector.inspect(answer.body()).kind().id())
                        : Optional.empty(),
                detail);
    }

    /** A file that is not there is no fault: a phone goes on to the next. */
    private static Verdict verdict(int status) {
        return status == 404 || status == 401 ? Verdict.WARNING : Verdict.FAILED;
    }

    private static String meaning(int status) {
        return switch (status / 100) {
            case 3 -> "a redirect: many phones do not follow one";
            case 4 ->
                    switch (status) {
                        case 401 -> "asks for a user name and a password";
                        case 404 -> "is not there; a phone goes on to the next file";
                        default -> "is refused";
                    };
            case 5 -> "the server is in trouble";
            default -> "a phone expects 200";
        };
    }

    private static String word(String told) {
        String clean = told.replaceAll("[^ -~]", "?");
        return clean.substring(0, Math.min(clean.length(), LONGEST_WORD));
    }
}
