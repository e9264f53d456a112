package org.fingerpost.config.timeline;

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
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.brokers.Brokers;
import org.fingerpost.door.sightings.SightingsFollower;

/**
 * Brings the sightings of all doors into the timelines. What cannot be kept is counted with its
 * reason and holds up nothing.
 */
@ApplicationScoped
class TimelineFeed {
    private static final String GROUP = "fingerpost-config-timeline";
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(10);

    private final Timeline timeline;
    private final Months months;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final SightingsFollower follower;
    private final boolean controlPlane;
    private final Counter read;
    private final Counter retries;
    private Instant nextSweep;

    TimelineFeed(
            Timeline timeline,
            Months months,
            Clock clock,
            MeterRegistry metrics,
            Brokers brokers,
            @ConfigProperty(name = "fingerpost.planes", defaultValue = "both") String planes) {
        this.timeline = timeline;
        this.months = months;
        this.clock = clock;
        this.metrics = metrics;
        this.nextSweep = clock.instant();
        this.controlPlane = !planes.equalsIgnoreCase("data");
        this.follower = new SightingsFollower(GROUP, brokers, this::take);
        this.read =
                Counter.builder("fingerpost.timeline.sightings")
                        .description("Sightings that were read, of all services")
                        .register(metrics);
        this.retries =
                Counter.builder("fingerpost.timeline.retries")
                        .description("Batches that could not be kept, and are read again")
                        .register(metrics);
        Gauge.builder("fingerpost.timeline.lag", follower, SightingsFollower::lag)
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

    void take(List<byte[]> sightings) {
        try {
            keep(sightings);
            if (!clock.instant().isBefore(nextSweep)) {
                months.sweep();
                nextSweep = clock.instant().plus(SWEEP_EVERY);
            }
        } catch (RuntimeException e) {
            months.forget();
            retries.increment();
            throw e;
        }
        read.increment(sightings.size());
    }

    private void keep(List<byte[]> sightings) {
        YearMonth oldest = months.oldest();
        YearMonth latest = months.latest();
        List<TimelineEntry> kept = new ArrayList<>(sightings.size());
        for (byte[] sighting : sightings) {
            switch (TimelineEntry.read(sighting)) {
                case TimelineEntry.Reading.OfPhone(var entry) -> {
                    YearMonth month = month(entry);
                    if (month.isBefore(oldest)) {
                        leftOut("too-old", 1);
                    } else if (month.isAfter(latest)) {
                        leftOut("too-early", 1);
                    } else {
                        kept.add(entry);
                    }
                }
                case TimelineEntry.Reading.OfNobody() -> leftOut("no-phone", 1);
                case TimelineEntry.Reading.Unreadable() -> leftOut("unreadable", 1);
            }
        }
        months.make(kept.stream().map(TimelineFeed::month).toList());
        leftOut("refused", timeline.keep(kept));
    }

    private void leftOut(String why, int count) {
        Counter.builder("fingerpost.timeline.left.out")
                .description("Sightings that are in no timeline")
                .tag("why", why)
                .register(metrics)
                .increment(count);
    }

    private static YearMonth month(TimelineEntry entry) {
        return Retention.month(entry.position().time());
    }
}
