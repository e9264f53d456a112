package org.fingerpost.door.doorway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.fingerpost.door.Seen;
import org.fingerpost.door.sightings.Kind;

/**
 * Counts requests by whose phones asked. No path makes a series: a provider's number comes from the
 * door's own state, never from the request, and only the first so many that ask since the start
 * have a label of their own; the rest are {@code other}. So there are never more series than kinds
 * times statuses times that number and two.
 */
final class ProviderMeters {
    private static final int[] STATUSES = {200, 206, 302, 304, 401, 404, 416, 503};

    private final MeterRegistry metrics;
    private final String door;
    private final int most;
    private final Row nobodys = new Row("none");
    private final Row others = new Row("other");
    private final Map<Long, Row> rows = new ConcurrentHashMap<>();

    ProviderMeters(MeterRegistry metrics, String door, int most) {
        this.metrics = metrics;
        this.door = door;
        this.most = most;
    }

    void count(Seen seen, int status) {
        row(seen.provider()).counter(seen.kind(), status).increment();
    }

    private Row row(long provider) {
        if (provider == 0) {
            return nobodys;
        }
        Row known = rows.get(provider);
        return known == null ? admitted(provider) : known;
    }

    private synchronized Row admitted(long provider) {
        return rows.size() < most
                ? rows.computeIfAbsent(provider, id -> new Row(Long.toString(id)))
                : rows.getOrDefault(provider, others);
    }

    /** The counters of one label, made when they are first needed. */
    private final class Row {
        private final String provider;
        private final AtomicReferenceArray<Counter> counters =
                new AtomicReferenceArray<>(Kind.values().length * (STATUSES.length + 1));

        Row(String provider) {
            this.provider = provider;
        }

        Counter counter(Kind kind, int status) {
            int place = place(status);
            int at = kind.ordinal() * (STATUSES.length + 1) + place;
            Counter known = counters.get(at);
            if (known != null) {
                return known;
            }
            Counter made =
                    Counter.builder("fingerpost.door.provider.requests")
                            .description("Requests of phones, by whose they are")
                            .tag("door", door)
                            .tag("kind", kind.word())
                            .tag("status", place < STATUSES.length ? "" + status : "other")
                            .tag("provider", provider)
                            .register(metrics);
            counters.set(at, made); // twice at the worst: the registry gives the same one
            return made;
        }

        private static int place(int status) {
            int place = 0;
            while (place < STATUSES.length && STATUSES[place] != status) {
                place++;
            }
            return place;
        }
    }
}
