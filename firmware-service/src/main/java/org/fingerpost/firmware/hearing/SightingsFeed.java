package org.fingerpost.firmware.hearing;

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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.brokers.Brokers;
import org.fingerpost.door.sightings.SightingsFollower;
import org.fingerpost.firmware.judging.Court;

/** Hears the sightings of all doors, and has the rollouts judged a while after. */
@ApplicationScoped
class SightingsFeed {
    private static final String GROUP = "fingerpost-firmware-control";

    /** Far below what a phone takes to come back. */
    private static final Duration JUDGE_EVERY = Duration.ofSeconds(1);

    private final Intake intake;
    private final Court court;
    private final Clock clock;
    private final SightingsFollower follower;
    private final boolean controlPlane;
    private final Counter read;
    private Instant nextSitting;

    SightingsFeed(
            Intake intake,
            Court court,
            Clock clock,
            MeterRegistry metrics,
            Brokers brokers,
            @ConfigProperty(name = "fingerpost.planes", defaultValue = "both") String planes) {
        this.intake = intake;
        this.court = court;
        this.clock = clock;
        this.nextSitting = clock.instant();
        this.controlPlane = !planes.equalsIgnoreCase("data");
        this.follower = new SightingsFollower(GROUP, brokers, this::take);
        this.read =
                Counter.builder("fingerpost.compliance.sightings")
                        .description("Sightings that were read, of all services")
                        .register(metrics);
        Gauge.builder("fingerpost.compliance.lag", follower, SightingsFollower::lag)
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

    private void take(List<byte[]> sightings, List<byte[]> heartbeats) {
        if (!sightings.isEmpty() || !heartbeats.isEmpty()) {
            intake.take(sightings, heartbeats);
        }
        read.increment(sightings.size());
        if (!clock.instant().isBefore(nextSitting)) {
            nextSitting = clock.instant().plus(JUDGE_EVERY);
            court.sit();
        }
    }
}
