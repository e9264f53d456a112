package org.fingerpost.firmware.planes;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.fingerpost.firmware.shelf.Shelf;
import org.fingerpost.firmware.shelf.Stocker;

/** Tells what a door has within reach, if its blobs lie elsewhere. */
@ApplicationScoped
class ShelfMeters {
    /** Missing blobs for longer than one takes to come, or a trouble that stays, are an alarm. */
    void measure(@Observes StartupEvent event, MeterRegistry metrics, Shelf shelf) {
        if (shelf instanceof Stocker stocker) {
            Gauge.builder("fingerpost.firmware.cache.size", stocker, Stocker::bytes)
                    .description("What the blobs on this door's disk take")
                    .baseUnit("bytes")
                    .register(metrics);
            Gauge.builder("fingerpost.firmware.cache.missing", stocker, Stocker::missing)
                    .description("Blobs that phones may get and that are not on this door's disk")
                    .register(metrics);
            Gauge.builder(
                            "fingerpost.firmware.cache.trouble",
                            stocker,
                            door -> door.trouble().isPresent() ? 1 : 0)
                    .description(
                            "1 while the last blob that was tried did not come; the log says why")
                    .register(metrics);
        }
    }
}
