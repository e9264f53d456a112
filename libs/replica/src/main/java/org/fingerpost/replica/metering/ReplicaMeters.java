package org.fingerpost.replica.metering;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.Search;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.ToDoubleFunction;
import org.fingerpost.replica.Replica;

/** How far behind a replica is, in records and in seconds. */
public final class ReplicaMeters {
    private static final double MILLIS = 1000;

    private final Replica replica;
    private final InstantSource clock;
    private final Instant since;

    private ReplicaMeters(Replica replica, InstantSource clock) {
        this.replica = replica;
        this.clock = clock;
        this.since = clock.instant();
    }

    /**
     * Measures the replica from now on.
     *
     * @param state whose state it is: redirect, config or firmware
     */
    public static void measure(
            MeterRegistry metrics, String state, Replica replica, InstantSource clock) {
        // What an earlier start in this JVM has left asks a replica that is closed.
        Search.in(metrics)
                .name(name -> name.startsWith("fingerpost.replica."))
                .tag("state", state)
                .meters()
                .forEach(metrics::remove);
        ReplicaMeters meters = new ReplicaMeters(replica, clock);
        gauge("fingerpost.replica.age", ReplicaMeters::age, meters)
                .description("Time since Kafka was last seen with the topic that the table follows")
                .baseUnit("seconds")
                .tag("state", state)
                .register(metrics);
        gauge("fingerpost.replica.lag", ReplicaMeters::lag, meters)
                .description("Records that are known to be in the topic and not in the table")
                .baseUnit("records")
                .tag("state", state)
                .register(metrics);
        gauge("fingerpost.replica.loaded", m -> m.replica.loaded() ? 1 : 0, meters)
                .description("1 once there is a complete table to answer from")
                .tag("state", state)
                .register(metrics);
        gauge("fingerpost.replica.commit", m -> m.replica.commit(), meters)
                .description("Commit number of the last transaction in the table")
                .tag("state", state)
                .register(metrics);
    }

    private static Gauge.Builder<ReplicaMeters> gauge(
            String name, ToDoubleFunction<ReplicaMeters> value, ReplicaMeters meters) {
        // Held fast: nobody else keeps it, and a gauge of something forgotten says NaN.
        return Gauge.builder(name, meters, value).strongReference(true);
    }

    /** Before the first load it counts from the start, so that waiting for ever shows. */
    private double age() {
        Instant seen = replica.lastContact().orElse(since);
        return Math.max(0, Duration.between(seen, clock.instant()).toMillis() / MILLIS);
    }

    private double lag() {
        return replica.lag().orElse(0);
    }
}
