package org.fingerpost.config.claims;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.replica.Change;
import org.fingerpost.replica.Entry;
import org.fingerpost.replica.Follower;
import org.fingerpost.replica.Replica;
import org.jboss.logging.Logger;

/**
 * Follows redirect's state as far as this service must know it: whose a MAC address is, and where
 * redirect sends it. Ranges nest or stand apart; the innermost wins.
 */
@ApplicationScoped
public class Claims implements Follower {
    private static final Logger LOG = Logger.getLogger(Claims.class);
    private static final String RANGES = "range/";
    private static final String TARGETS = "target/";

    private final ObjectMapper json = new ObjectMapper().registerModule(macAddresses());
    private Map<String, Claim> claims = new HashMap<>();
    private Map<Long, String> configUrls = new HashMap<>();
    private ClaimTree tree = new ClaimTree();

    /** The provider of the innermost range of any state around this address. */
    public synchronized OptionalLong ownerOf(MacAddress mac) {
        List<Claim> around = tree.around(mac);
        return around.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(around.getLast().provider());
    }

    /** Where redirect sends this address: the config URL of the innermost active range. */
    public synchronized Optional<String> configUrlOf(MacAddress mac) {
        return tree.around(mac).reversed().stream()
                .filter(Claim::isActive)
                .findFirst()
                .map(claim -> configUrls.get(claim.target()));
    }

    @Override
    public synchronized void reloaded(Replica table) {
        claims = new HashMap<>();
        configUrls = new HashMap<>();
        tree = new ClaimTree();
        table.forEach(TARGETS, this::put);
        table.forEach(RANGES, this::put);
    }

    @Override
    public synchronized void changed(List<Change> changes) {
        // What went makes room for what came: else two ranges might cross for a moment.
        for (Change change : changes) {
            if (change instanceof Change.Gone gone) {
                remove(gone.key());
            }
        }
        for (Change change : changes) {
            if (change instanceof Change.Put(Entry entry, var _)) {
                put(entry);
            }
        }
    }

    private void put(Entry entry) {
        try {
            if (entry.key().startsWith(RANGES)) {
                Claim claim = json.readValue(entry.value(), Claim.class);
                remove(entry.key());
                claims.put(entry.key(), claim);
                tree.add(claim);
            } else if (entry.key().startsWith(TARGETS)) {
                TargetState target = json.readValue(entry.value(), TargetState.class);
                configUrls.put(target.id(), target.configUrl());
            }
        } catch (IOException | IllegalArgumentException e) {
            // The last good value stays.
            LOG.errorf(
                    "%s is of a kind that this version cannot read (%s)",
                    entry.key(), entry.type());
        }
    }

    private void remove(String key) {
        Claim claim = claims.remove(key);
        if (claim != null) {
            tree.remove(claim);
        } else if (key.startsWith(TARGETS)) {
            configUrls.remove(Long.parseLong(key.substring(TARGETS.length())));
        }
    }

    private static SimpleModule macAddresses() {
        return new SimpleModule()
                .addDeserializer(
                        MacAddress.class,
                        new StdDeserializer<>(MacAddress.class) {
                            private static final long serialVersionUID = 1L;

                            @Override
                            public MacAddress deserialize(
                                    JsonParser parser, DeserializationContext context)
                                    throws IOException {
                                return MacAddress.parse(parser.getText());
                            }
                        });
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record TargetState(long id, String configUrl) {}
}
