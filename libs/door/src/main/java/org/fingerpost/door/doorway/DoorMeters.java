package org.fingerpost.door.doorway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.door.Seen;
import org.fingerpost.door.sightings.Kind;
import org.fingerpost.door.sightings.Outcome;

/**
 * Counts what phones asked and got, in services that measure. It stands for the web server's own
 * metrics, which look a meter up by its labels for each request.
 */
@Singleton
final class DoorMeters {
    private final Map<Kind, Map<Outcome, Counter>> counters = new EnumMap<>(Kind.class);

    @Inject
    DoorMeters(Instance<MeterRegistry> metrics) {
        this(metrics.isResolvable() ? Optional.of(metrics.get()) : Optional.empty());
    }

    private DoorMeters(Optional<MeterRegistry> metrics) {
        metrics.ifPresent(this::register);
    }

    /** Counts nothing. */
    static DoorMeters none() {
        return new DoorMeters(Optional.empty());
    }

    private void register(MeterRegistry metrics) {
        for (Kind kind : Kind.values()) {
            Map<Outcome, Counter> byOutcome = new EnumMap<>(Outcome.class);
            for (Outcome outcome : Outcome.values()) {
                byOutcome.put(
                        outcome,
                        Counter.builder("fingerpost.door.requests")
                                .description("Requests of phones that were answered")
                                .tag("kind", kind.word())
                                .tag("outcome", outcome.word())
                                .register(metrics));
            }
            counters.put(kind, byOutcome);
        }
    }

    void count(Seen seen) {
        if (!counters.isEmpty()) {
            counters.get(seen.kind()).get(seen.outcome()).increment();
        }
    }
}
