package org.fingerpost.firmware.ranges;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.replica.Change;
import org.fingerpost.replica.Entry;
import org.fingerpost.replica.Follower;
import org.fingerpost.replica.Replica;
import org.fingerpost.rule.Span;
import org.jboss.logging.Logger;

/** Follows the ranges in redirect's state. What it says may be some seconds old. */
@ApplicationScoped
public class ProviderRanges implements Follower {
    private static final Logger LOG = Logger.getLogger(ProviderRanges.class);
    private static final String PREFIX = "range/";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of a provider with a million single phones, one of which changes all the time. */
    private static final Duration NOT_OFTENER = Duration.ofSeconds(5);

    private final Clock clock;
    private final Map<String, Owned> byKey = new HashMap<>();
    private final Map<Long, Provider> providers = new HashMap<>();

    ProviderRanges(Clock clock) {
        this.clock = clock;
    }

    private record Owned(long provider, Span span) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Told(long provider, String first, String last) {
        Owned owned() {
            return new Owned(provider, Span.parse(first, last));
        }
    }

    private static final class Provider {
        final Map<String, Span> spans = new HashMap<>();
        Addresses built = Addresses.NONE;
        Instant builtAt = Instant.MIN;
        boolean stale;
    }

    /** All that are the provider's, delegated ones too; none: it has said nothing. */
    public synchronized Addresses of(long provider) {
        Provider found = providers.get(provider);
        if (found == null) {
            return Addresses.NONE;
        }
        Instant now = clock.instant();
        if (found.stale
                && (found.builtAt.equals(Instant.MIN)
                        || !now.isBefore(found.builtAt.plus(NOT_OFTENER)))) {
            found.built = Addresses.of(found.spans.values());
            found.builtAt = now;
            found.stale = false;
        }
        return found.built;
    }

    @Override
    public synchronized void reloaded(Replica table) {
        byKey.clear();
        providers.clear();
        table.forEach(PREFIX, this::put);
    }

    @Override
    public synchronized void changed(List<Change> changes) {
        for (Change change : changes) {
            switch (change) {
                case Change.Put(Entry entry, var _) when entry.key().startsWith(PREFIX) ->
                        put(entry);
                case Change.Put _ -> {
                    // Of another kind.
                }
                case Change.Gone gone -> remove(gone.key());
            }
        }
    }

    private void put(Entry entry) {
        try {
            Owned owned = JSON.readValue(entry.value(), Told.class).owned();
            remove(entry.key());
            byKey.put(entry.key(), owned);
            Provider provider = providers.computeIfAbsent(owned.provider, any -> new Provider());
            provider.spans.put(entry.key(), owned.span);
            provider.stale = true;
        } catch (IOException | RuntimeException e) {
            // The last good value stays.
            LOG.errorf("%s is of a kind that this version cannot read", entry.key());
        }
    }

    private void remove(String key) {
        Owned owned = byKey.remove(key);
        if (owned != null) {
            Provider provider = providers.get(owned.provider);
            provider.spans.remove(key);
            provider.stale = true;
        }
    }
}
