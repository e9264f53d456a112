package org.fingerpost.drills.firmware;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.fingerpost.drills.drilled.Api;
import org.fingerpost.drills.drilled.Form;
import org.fingerpost.drills.drilled.Outcome;
import org.fingerpost.drills.ledger.History;

/** Uploads, publishes and withdraws, and enters what came of it. */
final class ReleaseApi {
    private static final String RELEASES = "/api/v1/releases";
    private static final int PAGE = 1_000;

    private final Api provider;
    private final AtomicLong numbers = new AtomicLong(1_000);

    ReleaseApi(Api provider) {
        this.provider = provider;
    }

    /** Of a number that no release had before. */
    Outcome<Line.Release> draft(Line line) {
        Image image = new Image(numbers.incrementAndGet());
        Form form =
                new Form()
                        .word("family", line.model())
                        .word("version", image.version())
                        .file("files", line.file(), image.bytes());
        Api.Reply made = provider.form(RELEASES, form);
        Line.Release release = new Line.Release(line, made.id(), image, new History<>(Line.NONE));
        return Outcome.of(made, release);
    }

    Outcome<Line.Release> publish(Line.Release release) {
        Line line = release.line();
        long number = release.image().number();
        long now = System.nanoTime();
        release.given().begin(number, now);
        line.newest().begin(number, now);
        line.releases().addLast(release);
        Api.Reply reply = provider.post(RELEASES + "/" + release.id() + "/publish");
        return settled(List.of(release.given(), line.newest()), reply, release);
    }

    /** Of one that is not the newest. */
    Outcome<Line.Release> withdraw(Line.Release release) {
        release.given().begin(Line.NONE, System.nanoTime());
        Api.Reply reply = provider.post(RELEASES + "/" + release.id() + "/withdraw");
        return settled(List.of(release.given()), reply, release);
    }

    private static Outcome<Line.Release> settled(
            List<History<Long>> told, Api.Reply reply, Line.Release release) {
        if (reply.acknowledged()) {
            long now = System.nanoTime();
            told.forEach(each -> each.acknowledge(now));
        } else if (reply.refused()) {
            told.forEach(History::refused);
        }
        return Outcome.of(reply, release);
    }

    /** As the API tells them, by their ids. */
    Map<Long, JsonNode> all() {
        Map<Long, JsonNode> releases = new HashMap<>();
        long after = 0;
        JsonNode page;
        do {
            page = provider.get(RELEASES + "?size=" + PAGE + "&after=" + after).body();
            for (JsonNode release : page) {
                long id = release.path("id").asLong();
                after = Math.max(after, id);
                releases.put(id, release);
            }
        } while (page.size() == PAGE);
        return releases;
    }
}
