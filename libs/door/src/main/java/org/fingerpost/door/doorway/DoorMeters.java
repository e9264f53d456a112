package org.fingerpost.door.doorway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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
    private final String door;
    private final Optional<ProviderMeters> providers;

    @Inject
    DoorMeters(
            Instance<MeterRegistry> metrics,
            @ConfigProperty(name = "fingerpost.service") String service,
            DoorConfig config) {
        this(
                metrics.isResolvable() ? Optional.of(metrics.get()) : Optional.empty(),
                service,
                config.meteredProviders());
    }

    DoorMeters(Optional<MeterRegistry> metrics, String door, int meteredProviders) {
        this.door = door;
        this.providers =
                metrics.map(registry -> new ProviderMeters(registry, door, meteredProviders));
        metrics.ifPresent(this::register);
    }

    /** Counts nothing. */
    static DoorMeters none() {
        return new DoorMeters(Optional.empty(), "", 0);
    }

    private void register(MeterRegistry metrics) {
        for (Kind kind : Kind.values()) {
            Map<Outcome, Counter> byOutcome = new EnumMap<>(Outcome.class);
            for (Outcome outcome : Outcome.values()) {
                byOutcome.put(
                        outcome,
                        Counter.builder("fingerpost.door.requests")
                                .description("Requests of phones that were answered")
                                .tag("door", door)
                                .tag("kind", kind.word())
                                .tag("outcome", outcome.word())
                                .register(metrics));
            }
            counters.put(kind, byOutcome);
        }
    }

    void count(Seen seen, int status) {
        if (providers.isPresent()) {
            counters.get(seen.kind()).get(seen.outcome()).increment();
            providers.get().count(seen, status);
        }
    }
}
