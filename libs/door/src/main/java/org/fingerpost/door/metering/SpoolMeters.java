package org.fingerpost.door.metering;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import org.fingerpost.door.sightings.Sightings;

/** Tells how full the spool is and what it lost, to services that measure. */
@ApplicationScoped
class SpoolMeters {
    void measure(
            @Observes StartupEvent event, Instance<MeterRegistry> metrics, Sightings sightings) {
        if (metrics.isResolvable()) {
            measure(metrics.get(), sightings);
        }
    }

    /** A rate of drops above zero is an alarm: phones were answered of whom nothing is known. */
    private static void measure(MeterRegistry metrics, Sightings sightings) {
        FunctionCounter.builder(
                        "fingerpost.spool.dropped", sightings, door -> door.depth().dropped())
                .description("Sightings that were lost: the spool was full, or its disk failed")
                .register(metrics);
        Gauge.builder("fingerpost.spool.entries", sightings, door -> door.depth().entries())
                .description("Sightings that wait for Kafka")
                .register(metrics);
        Gauge.builder(
                        "fingerpost.spool.oldest",
                        sightings,
                        door -> door.waiting().toMillis() / 1000.0)
                .description("Age of the sighting that has waited for Kafka longest")
                .baseUnit("seconds")
                .register(metrics);
        Gauge.builder("fingerpost.spool.size", sightings, door -> door.depth().bytes())
                .description("What these take on the disk")
                .baseUnit("bytes")
                .register(metrics);
    }
}
