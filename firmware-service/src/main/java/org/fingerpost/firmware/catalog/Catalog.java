package org.fingerpost.firmware.catalog;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.replica.Change;
import org.fingerpost.replica.Entry;
import org.fingerpost.replica.Follower;
import org.fingerpost.replica.Replica;
import org.jboss.logging.Logger;

/** Follows firmware's state and keeps the offers that belong to it. Asking never waits. */
@ApplicationScoped
public class Catalog implements Follower {
    private static final Logger LOG = Logger.getLogger(Catalog.class);

    private static final List<String> KINDS =
            List.of("release", "offer", "subscription", "companion");

    private final ObjectMapper json;
    private final Map<String, Published> releases = new HashMap<>();
    private final Map<String, Choices.Chosen> offered = new HashMap<>();
    private final Map<String, Choices.Subscribed> subscribed = new HashMap<>();
    private final Map<String, Companion> companions = new HashMap<>();
    private volatile Offers offers =
            Offers.of(List.of(), List.of(), Choices.of(List.of(), List.of()));

    Catalog(ObjectMapper json) {
        this.json = json;
    }

    public Offer find(Wanted wanted) {
        return offers.find(wanted);
    }

    @Override
    public void reloaded(Replica table) {
        List.of(releases, offered, subscribed, companions).forEach(Map::clear);
        KINDS.forEach(kind -> table.forEach(kind + "/", this::put));
        swap();
    }

    @Override
    public void changed(List<Change> changes) {
        for (Change change : changes) {
            switch (change) {
                case Change.Put(Entry entry, var _) -> put(entry);
                case Change.Gone gone -> remove(gone.key());
            }
        }
        swap();
    }

    private void swap() {
        Choices choices = Choices.of(offered.values(), subscribed.values());
        offers = Offers.of(releases.values(), companions.values(), choices);
    }

    private void put(Entry entry) {
        try {
            read(entry);
        } catch (IOException | RuntimeException e) {
            // The last good value stays: a phone with older firmware is better off than one with
            // none.
            LOG.errorf(
                    "%s is of a kind that this version cannot read (%s)",
                    entry.key(), entry.type());
        }
    }

    private void read(Entry entry) throws IOException {
        String key = entry.key();
        byte[] value = entry.value();
        switch (kind(key)) {
            case "release" -> {
                Optional<Published> release =
                        json.readValue(value, Records.Release.class).published();
                release.ifPresentOrElse(
                        published -> releases.put(key, published), () -> releases.remove(key));
            }
            case "offer" -> offered.put(key, json.readValue(value, Records.Offered.class).chosen());
            case "subscription" ->
                    subscribed.put(
                            key, json.readValue(value, Records.Subscription.class).subscribed());
            case "companion" ->
                    companions.put(
                            key, json.readValue(value, Records.CompanionFile.class).companion());
            default -> {
                // Of a later version: not ours to serve.
            }
        }
    }

    private void remove(String key) {
        List.of(releases, offered, subscribed, companions).forEach(map -> map.remove(key));
    }

    private static String kind(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? key : key.substring(0, slash);
    }
}
