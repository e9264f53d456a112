package org.fingerpost.redirect.routes;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.replica.Change;
import org.fingerpost.replica.Entry;
import org.fingerpost.replica.Follower;
import org.fingerpost.replica.Replica;
import org.jboss.logging.Logger;

/**
 * Follows redirect's state and keeps the table of routes that belongs to it. Asking never waits.
 */
@ApplicationScoped
public class RouteBook implements Follower {
    private static final Logger LOG = Logger.getLogger(RouteBook.class);

    private final ObjectMapper json;
    private final Map<Long, TargetServer> servers = new HashMap<>();
    private final Map<String, RangeState> ranges = new HashMap<>();
    private volatile RouteTable table = RouteTable.empty();

    RouteBook(ObjectMapper json) {
        this.json = json;
    }

    public Route find(MacAddress mac) {
        return table.find(mac);
    }

    @Override
    public void reloaded(Replica replica) {
        servers.clear();
        ranges.clear();
        replica.forEach("target/", this::put);
        replica.forEach("range/", this::put);
        rebuild();
    }

    @Override
    public void changed(List<Change> changes) {
        for (Change change : changes) {
            switch (change) {
                case Change.Put(Entry entry, var _) -> put(entry);
                case Change.Gone gone -> remove(gone.key());
            }
        }
        rebuild();
    }

    private void put(Entry entry) {
        try {
            if (entry.key().startsWith("target/")) {
                TargetState state = json.readValue(entry.value(), TargetState.class);
                servers.put(state.id(), state.toServer());
            } else if (entry.key().startsWith("range/")) {
                ranges.put(entry.key(), json.readValue(entry.value(), RangeState.class));
            }
        } catch (IOException | IllegalArgumentException e) {
            // The last good value stays: a phone with an old answer is better off than one with
            // none.
            LOG.errorf(
                    "%s is of a kind that this version cannot read (%s)",
                    entry.key(), entry.type());
        }
    }

    private void remove(String key) {
        ranges.remove(key);
        if (key.startsWith("target/")) {
            servers.remove(Long.parseLong(key.substring("target/".length())));
        }
    }

    private void rebuild() {
        table = RouteTable.of(ranges.values().stream().flatMap(this::claim).toList());
    }

    /**
     * An active range claims all its phones, a pilot its own, and one that answers nobody a hole.
     */
    private Stream<Claim> claim(RangeState range) {
        long first = MacAddress.parse(range.first()).bits();
        long last = MacAddress.parse(range.last()).bits();
        Optional<TargetServer> server = Optional.ofNullable(servers.get(range.target()));
        return switch (range.state()) {
            case "active" -> server.map(to -> new Claim(first, last, server)).stream();
            case "pilot" ->
                    server.isEmpty()
                            ? Stream.empty()
                            : range.pilotMacs().stream()
                                    .map(mac -> MacAddress.parse(mac).bits())
                                    .map(mac -> new Claim(mac, mac, server));
            case "blocked", "default" -> Stream.of(new Claim(first, last, Optional.empty()));
            default -> Stream.empty();
        };
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record TargetState(
            long id, long provider, String name, String configUrl, String firmwareUrl) {
        TargetServer toServer() {
            return new TargetServer(
                    id, provider, name, ServerUrl.parse(configUrl), ServerUrl.parse(firmwareUrl));
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record RangeState(
            String first, String last, long target, String state, List<String> pilotMacs) {
        RangeState {
            pilotMacs = Objects.requireNonNullElse(pilotMacs, List.of());
        }
    }
}
