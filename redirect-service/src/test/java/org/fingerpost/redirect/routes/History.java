package org.fingerpost.redirect.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.routes.nest.Claim;
import org.fingerpost.replica.Change;
import org.fingerpost.replica.Entry;

/**
 * What happened to ranges and servers, told to a book of routes as a replica would, and beside it
 * the plainest model of what a phone should hear.
 */
final class History {
    static final long WORLD = 64;

    private final RouteBook book = new RouteBook(new ObjectMapper());
    private final Map<String, Entry> replica = new TreeMap<>();
    private final Map<String, Event> lastGood = new HashMap<>();

    /** One record; {@code json} is empty when the thing is gone. */
    record Event(
            String key,
            Optional<String> json,
            long first,
            long last,
            String server,
            String state,
            List<Long> pilots) {
        boolean says(long mac) {
            return switch (state) {
                case "active", "blocked", "default" -> true;
                case "pilot" -> pilots.contains(mac);
                default -> false;
            };
        }

        boolean hasNoServer() {
            return state.equals("blocked") || state.equals("default");
        }

        boolean isNonsense() {
            return json.filter("?"::equals).isPresent();
        }
    }

    static Event server(long id) {
        return serverAt(id, "prov.example");
    }

    static Event serverAt(long id, String host) {
        String json =
                """
                {"id":%d,"provider":1,"name":"s","configUrl":"http://%s/p","firmwareUrl":"http://%s"}\
                """
                        .formatted(id, host, host);
        return new Event("target/" + id, Optional.of(json), 0, 0, host, "", List.of());
    }

    static Event range(long id, long first, long last, long server, String state) {
        return range(id, first, last, server, state, List.of());
    }

    static Event pilot(long id, long first, long last, long server, long... pilots) {
        return range(id, first, last, server, "pilot", LongStream.of(pilots).boxed().toList());
    }

    static Event gone(String key) {
        return new Event(key, Optional.empty(), 0, 0, "", "", List.of());
    }

    static Event nonsense(String key) {
        return new Event(key, Optional.of("?"), 0, 0, "", "", List.of());
    }

    static Event under(String key, Event event) {
        return new Event(key, event.json, 0, 0, "", "", List.of());
    }

    /** In one swap. */
    void tell(Event... events) {
        List<Change> changes = new ArrayList<>();
        for (Event event : events) {
            Optional<Entry> before = Optional.ofNullable(replica.get(event.key));
            if (event.json.isPresent()) {
                Entry entry = entry(event);
                changes.add(new Change.Put(entry, before));
                replica.put(event.key, entry);
            } else {
                before.map(Change.Gone::new).ifPresent(changes::add);
                replica.remove(event.key);
                lastGood.remove(event.key);
            }
            if (event.json.isPresent() && !event.isNonsense()) {
                lastGood.put(event.key, event);
            }
        }
        book.changed(changes);
    }

    /** As after a new start: what cannot be read has no last good value any more. */
    void reload() {
        lastGood.keySet().removeIf(key -> text(replica.get(key)).equals("?"));
        book.begin();
        List<Claim> claims = new ArrayList<>();
        for (Entry entry : replica.values()) {
            if (entry.key().startsWith("target/")) {
                book.putServer(entry);
            } else {
                book.gather(claims, entry);
            }
        }
        book.load(List.of(claims));
    }

    /** The id of the server, {@code blocked}, or {@code -}. */
    List<String> answers(long... macs) {
        return Arrays.stream(macs).mapToObj(this::answer).toList();
    }

    /** The hosts that these are sent to. */
    List<String> hosts(long... macs) {
        return Arrays.stream(macs)
                .mapToObj(mac -> lastGood.get("target/" + answer(mac)).server)
                .toList();
    }

    void assertAnswersAsAskingEveryRange(long world) {
        assertThat(LongStream.range(0, world).mapToObj(this::answer).toList())
                .as("%s", lastGood.values())
                .isEqualTo(LongStream.range(0, world).mapToObj(this::model).toList());
    }

    private String answer(long mac) {
        return switch (book.find(new MacAddress(mac))) {
            case Route.To(TargetServer server) -> {
                assertThat(server.configUrl().host())
                        .isEqualTo(lastGood.get("target/" + server.id()).server);
                yield Long.toString(server.id());
            }
            case Route.Blocked() -> "blocked";
            case Route.Unclaimed() -> "-";
        };
    }

    private String model(long mac) {
        return lastGood.values().stream()
                .filter(event -> event.key.startsWith("range/"))
                .filter(event -> event.first <= mac && mac <= event.last && event.says(mac))
                .filter(event ->
                        event.hasNoServer() || lastGood.containsKey("target/" + event.server))
                .min(
                        Comparator.comparingLong((Event event) -> event.last - event.first)
                                .thenComparing(Comparator.comparingLong(History::id).reversed()))
                .map(event ->
                        switch (event.state) {
                            case "blocked" -> "blocked";
                            case "default" -> "-";
                            default -> event.server;
                        })
                .orElse("-");
    }

    private static Event range(
            long id, long first, long last, long server, String state, List<Long> pilots) {
        String list =
                pilots.stream()
                        .map(mac -> "\"" + new MacAddress(mac) + "\"")
                        .collect(Collectors.joining(",", ",\"pilotMacs\":[", "]"));
        String json =
                """
                {"id":%d,"provider":1,"first":"%s","last":"%s","target":%d,"state":"%s"%s}\
                """
                        .formatted(
                                id,
                                new MacAddress(first),
                                new MacAddress(last),
                                server,
                                state,
                                state.equals("pilot") ? list : "");
        return new Event(
                "range/" + id,
                Optional.of(json),
                first,
                last,
                Long.toString(server),
                state,
                pilots);
    }

    private static long id(Event event) {
        return Long.parseLong(event.key.substring("range/".length()));
    }

    private static Entry entry(Event event) {
        return new Entry(
                event.key, "v1", 1, event.json.orElseThrow().getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Entry entry) {
        return new String(entry.value(), StandardCharsets.UTF_8);
    }
}
