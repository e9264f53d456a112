package org.fingerpost.firmware.catalog;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.firmware.blobs.Digest;
import org.fingerpost.firmware.catalog.files.Companion;
import org.fingerpost.firmware.catalog.files.Named;
import org.fingerpost.firmware.catalog.files.Published;
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
            List.of("release", "offer", "subscription", "companion", "rollout", "parked");

    private final ObjectMapper json;
    private final Map<String, Published> releases = new HashMap<>();
    private final Map<String, Choices.Chosen> offered = new HashMap<>();
    private final Map<String, Choices.Subscribed> subscribed = new HashMap<>();
    private final Map<String, Companion> companions = new HashMap<>();
    private final RolloutBook rollouts = new RolloutBook();
    private volatile Offers offers = Offers.none();
    private volatile Named named = new Named();

    public Catalog(ObjectMapper json) {
        this.json = json;
    }

    public Offer find(Wanted wanted) {
        return offers.find(wanted);
    }

    /** The blobs that phones may get, with their sizes; always as it is now. */
    public Map<Digest, Long> blobs() {
        return named.blobs();
    }

    @Override
    public void reloaded(Replica table) {
        List.of(releases, offered, subscribed, companions).forEach(Map::clear);
        rollouts.clear();
        Renewal all = new Renewal(Offers.none(), new Named());
        KINDS.forEach(kind -> table.forEach(kind + "/", all::put));
        all.swap();
    }

    @Override
    public void changed(List<Change> changes) {
        Renewal some = new Renewal(offers, named);
        for (Change change : changes) {
            switch (change) {
                case Change.Put(Entry entry, var _) -> some.put(entry);
                case Change.Gone gone -> some.remove(gone.key());
            }
        }
        some.swap();
    }

    /** The offers as they will be, by what changes and not by all that there is. */
    private final class Renewal {
        private final Offers.Change change;
        private final Named renamed;
        private boolean choicesChanged;

        Renewal(Offers before, Named renamed) {
            this.change = before.change();
            this.renamed = renamed;
            // After a reload nothing is left of what had been chosen.
            this.choicesChanged = offered.isEmpty() && subscribed.isEmpty();
        }

        void swap() {
            if (choicesChanged) {
                change.choose(Choices.of(offered.values(), subscribed.values(), rollouts.all()));
            }
            named = renamed;
            offers = change.done();
        }

        void put(Entry entry) {
            try {
                read(entry);
            } catch (IOException | RuntimeException e) {
                // The last good value stays: a phone with older firmware is better off than one
                // with none.
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
                    dropRelease(key);
                    release.ifPresent(published -> add(key, published));
                }
                case "offer" -> {
                    offered.put(key, json.readValue(value, Records.Offered.class).chosen());
                    choicesChanged = true;
                }
                case "subscription" -> {
                    subscribed.put(
                            key, json.readValue(value, Records.Subscription.class).subscribed());
                    choicesChanged = true;
                }
                case "companion" -> {
                    Companion file = json.readValue(value, Records.CompanionFile.class).companion();
                    dropCompanion(key);
                    add(key, file);
                }
                case "rollout" -> {
                    rollouts.put(key, json.readValue(value, Records.Rollout.class));
                    choicesChanged = true;
                }
                case "parked" -> {
                    rollouts.put(key, json.readValue(value, Records.Parked.class));
                    choicesChanged = true;
                }
                default -> {
                    // Of a later version: not ours to serve.
                }
            }
        }

        void remove(String key) {
            dropRelease(key);
            dropCompanion(key);
            choicesChanged |= offered.remove(key) != null | subscribed.remove(key) != null;
            choicesChanged |= rollouts.remove(key);
        }

        private void add(String key, Published release) {
            releases.put(key, release);
            change.add(release);
            release.files().values().forEach(renamed::add);
        }

        private void add(String key, Companion file) {
            companions.put(key, file);
            change.add(file);
            renamed.add(file.content());
        }

        private void dropRelease(String key) {
            Optional.ofNullable(releases.remove(key))
                    .ifPresent(old -> {
                        change.remove(old);
                        old.files().values().forEach(renamed::remove);
                    });
        }

        private void dropCompanion(String key) {
            Optional.ofNullable(companions.remove(key))
                    .ifPresent(old -> {
                        change.remove(old);
                        renamed.remove(old.content());
                    });
        }
    }

    private static String kind(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? key : key.substring(0, slash);
    }
}
