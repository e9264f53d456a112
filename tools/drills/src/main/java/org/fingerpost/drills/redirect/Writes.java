package org.fingerpost.drills.redirect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fingerpost.drills.drilled.Api;
import org.fingerpost.drills.ledger.History;

/** Holds what the API tells after the drills against what it acknowledged during them. */
final class Writes {
    private static final int PAGE = 1_000;

    private Writes() {}

    /** A sentence for each acknowledged write that is not there. */
    static List<String> lost(Book book, Api provider) {
        List<String> lost = new ArrayList<>();
        Map<String, JsonNode> ranges = ranges(provider);
        for (Book.Phone phone : book.phones()) {
            JsonNode range = ranges.get(phone.mac());
            if (range == null) {
                lost.add(phone.mac() + " was registered and is not there");
            } else if (!phone.server().current().contains(server(range))) {
                lost.add(phone.mac() + " is now " + range + ", told " + phone.server().current());
            }
        }
        for (Map.Entry<Long, History<String>> server : book.servers().entrySet()) {
            Api.Reply reply = provider.get("/api/v1/target-servers/" + server.getKey());
            Set<String> told = server.getValue().current();
            String url = reply.body().path("configUrl").asText();
            if (told.stream().noneMatch(url::endsWith)) {
                lost.add("target server " + server.getKey() + " is at " + url + ", told " + told);
            }
        }
        return lost;
    }

    /** Where the API says that the phones of the range belong. */
    private static Optional<Long> server(JsonNode range) {
        return range.path("state").asText().equals("active") && !range.path("blocked").asBoolean()
                ? Optional.of(range.path("targetServerId").asLong())
                : Optional.empty();
    }

    private static Map<String, JsonNode> ranges(Api provider) {
        Map<String, JsonNode> ranges = new HashMap<>();
        long after = 0;
        JsonNode page;
        do {
            page = provider.get("/api/v1/ranges?size=" + PAGE + "&after=" + after).body();
            for (JsonNode range : page) {
                ranges.put(range.path("first").asText(), range);
                after = range.path("id").asLong();
            }
        } while (page.size() == PAGE);
        return ranges;
    }
}
