package org.fingerpost.firmware.planes;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import org.fingerpost.access.RedirectState;
import org.fingerpost.replica.metering.AppliedSpans;
import org.fingerpost.replica.metering.ReplicaMeters;

/** Tells how far behind this process is, and ends traces of changes, from before its ports open. */
@ApplicationScoped
class StateMeters {
    void measure(
            @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event,
            MeterRegistry metrics,
            OpenTelemetry telemetry,
            Clock clock,
            RedirectState redirect,
            FirmwareState firmware) {
        Tracer tracer = telemetry.getTracer("org.fingerpost.replica");
        ReplicaMeters.measure(metrics, "redirect", redirect.replica(), clock);
        AppliedSpans.trace(tracer, "redirect", redirect.replica());
        ReplicaMeters.measure(metrics, "firmware", firmware.replica(), clock);
        AppliedSpans.trace(tracer, "firmware", firmware.replica());
    }
}
