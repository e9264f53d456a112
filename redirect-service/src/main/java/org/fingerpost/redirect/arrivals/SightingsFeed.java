package org.fingerpost.redirect.arrivals;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.brokers.Brokers;
import org.fingerpost.door.sightings.SightingsFollower;

/**
 * Hears from the sightings which phones have asked the redirect doors. A contact that is heard
 * twice changes nothing.
 */
@ApplicationScoped
class SightingsFeed {
    private static final String GROUP = "fingerpost-redirect-control";
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(10);

    private final Arrivals arrivals;
    private final Strays strays;
    private final Clock clock;
    private final SightingsFollower follower;
    private final boolean controlPlane;
    private final Counter read;
    private Instant nextSweep;

    SightingsFeed(
            Arrivals arrivals,
            Strays strays,
            Clock clock,
            MeterRegistry metrics,
            Brokers brokers,
            @ConfigProperty(name = "fingerpost.planes", defaultValue = "both") String planes) {
        this.arrivals = arrivals;
        this.strays = strays;
        this.clock = clock;
        this.nextSweep = clock.instant();
        this.controlPlane = !planes.equalsIgnoreCase("data");
        this.follower = new SightingsFollower(GROUP, brokers, this::take);
        this.read =
                Counter.builder("fingerpost.arrivals.sightings")
                        .description("Sightings that were read, of all services")
                        .register(metrics);
        Gauge.builder("fingerpost.arrivals.lag", follower, SightingsFollower::lag)
                .description("Sightings that wait in Kafka to be read")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        if (controlPlane) {
            follower.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        follower.stop();
    }

    private void take(List<byte[]> sightings) {
        List<Arrival> contacts =
                sightings.stream().map(Arrival::of).flatMap(Optional::stream).toList();
        if (!contacts.isEmpty()) {
            arrivals.keep(contacts);
        }
        read.increment(sightings.size());
        if (!clock.instant().isBefore(nextSweep) && !strays.sweep()) {
            nextSweep = clock.instant().plus(SWEEP_EVERY);
        }
    }
}
