package org.fingerpost.firmware.catalog;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fingerpost.firmware.blobs.Digest;
import org.fingerpost.replica.Change;
import org.fingerpost.replica.Entry;
import org.fingerpost.replica.Follower;
import org.fingerpost.replica.Replica;
import org.jboss.logging.Logger;

/** Follows firmware's state and keeps the offers that belong to it. Asking never waits. */
@ApplicationScoped
public class Catalog implements Follower {
    private static final Logger LOG = Logger.getLogger(Catalog.class);
    private static final String PREFIX = "release/";

    private final ObjectMapper json;
    private final Map<String, Published> releases = new HashMap<>();
    private volatile Offers offers = Offers.of(List.of());

    Catalog(ObjectMapper json) {
        this.json = json;
    }

    public Offer find(long provider, FileName file) {
        return offers.find(provider, file);
    }

    @Override
    public void reloaded(Replica table) {
        releases.clear();
        table.forEach(PREFIX, this::put);
        offers = Offers.of(releases.values());
    }

    @Override
    public void changed(List<Change> changes) {
        for (Change change : changes) {
            switch (change) {
                case Change.Put(Entry entry, var _) -> put(entry);
                case Change.Gone gone -> releases.remove(gone.key());
            }
        }
        offers = Offers.of(releases.values());
    }

    private void put(Entry entry) {
        if (!entry.key().startsWith(PREFIX)) {
            return;
        }
        try {
            json.readValue(entry.value(), State.class)
                    .published()
                    .ifPresentOrElse(
                            release -> releases.put(entry.key(), release),
                            () -> releases.remove(entry.key()));
        } catch (IOException | RuntimeException e) {
            // The last good value stays: a phone with older firmware is better off than one with
            // none.
            LOG.errorf(
                    "%s is of a kind that this version cannot read (%s)",
                    entry.key(), entry.type());
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record State(
            long id,
            long provider,
            String version,
            String state,
            String publishedAt,
            List<FileState> files) {
        Optional<Published> published() {
            if (!state.equals("published")) {
                return Optional.empty();
            }
            Map<FileName, Published.Content> contents =
                    files.stream()
                            .collect(
                                    Collectors.toMap(
                                            file -> new FileName(file.name()),
                                            file ->
                                                    new Published.Content(
                                                            new Digest(file.digest()),
                                                            file.size())));
            return Optional.of(
                    new Published(id, provider, version, Instant.parse(publishedAt), contents));
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record FileState(String name, String digest, long size) {}
}
