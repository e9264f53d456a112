package org.fingerpost.redirect.routes;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
                case Change.Put(Entry entry) -> put(entry);
                case Change.Gone(String key) -> remove(key);
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

    private Stream<Claim> claim(RangeState range) {
        TargetServer server = servers.get(range.target());
        if (!range.state().equals("active") || server == null) {
            return Stream.empty();
        }
        return Stream.of(
                new Claim(
                        MacAddress.parse(range.first()).bits(),
                        MacAddress.parse(range.last()).bits(),
                        server));
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
    private record RangeState(String first, String last, long target, String state) {}
}
