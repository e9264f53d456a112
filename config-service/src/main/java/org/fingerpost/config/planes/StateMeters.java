package org.fingerpost.config.planes;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import org.fingerpost.access.RedirectState;
import org.fingerpost.replica.metering.ReplicaMeters;

/** Tells how far behind this process is, from before its ports open. */
@ApplicationScoped
class StateMeters {
    void measure(
            @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event,
            MeterRegistry metrics,
            Clock clock,
            RedirectState redirect,
            ConfigState config,
            FirmwareState firmware) {
        ReplicaMeters.measure(metrics, "redirect", redirect.replica(), clock);
        ReplicaMeters.measure(metrics, "config", config.replica(), clock);
        ReplicaMeters.measure(metrics, "firmware", firmware.replica(), clock);
    }
}
