package org.fingerpost.door.metering;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.Search;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

/**
 * Takes the service's own meters away when it stops. The registry outlives it where a JVM starts it
 * again, as development and tests do, and gives who registers a meter the one of that name that it
 * has: a gauge would go on asking what was stopped, and say NaN once that is collected.
 */
@ApplicationScoped
class LeftMeters {
    void take(@Observes ShutdownEvent event, Instance<MeterRegistry> metrics) {
        if (metrics.isResolvable()) {
            take(metrics.get());
        }
    }

    static void take(MeterRegistry metrics) {
        Search.in(metrics)
                .name(name -> name.startsWith("fingerpost."))
                .meters()
                .forEach(metrics::remove);
    }
}
