package org.fingerpost.door.sightings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.fingerpost.door.spool.Spool;
import org.fingerpost.door.spool.SpoolDepth;
import org.jboss.logging.Logger;

/**
 * The keeper of this door's sightings: each is on the disk before its answer is written, and goes
 * to Kafka from there when Kafka is there.
 */
public final class Sightings implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Sightings.class);

    /** What a power cut may cost. */
    private static final Duration SYNC_EVERY = Duration.ofMillis(100);

    private final Spool spool;
    private final Feeder feeder;
    private final ScheduledExecutorService syncing;
    private final OnceAMinute loss = new OnceAMinute();

    private Sightings(Spool spool, Feeder feeder) {
        this.spool = spool;
        this.feeder = feeder;
        this.syncing =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("spool-sync").daemon().factory());
    }

    /**
     * Opens the spool in the folder and begins to feed the topic.
     *
     * @throws IOException if the folder cannot be used or another process uses it
     */
    public static Sightings open(Path folder, long maxBytes, SightingsTopic topic, Clock clock)
            throws IOException {
        Spool spool = Spool.open(folder, maxBytes, clock);
        Sightings sightings = new Sightings(spool, new Feeder(spool, topic, clock));
        sightings.feeder.start();
        long period = SYNC_EVERY.toMillis();
        sightings.syncing.scheduleWithFixedDelay(
                sightings::sync, period, period, TimeUnit.MILLISECONDS);
        return sightings;
    }

    /**
     * Keeps the sighting. Never throws: a phone is answered even when the disk is full; the loss is
     * counted.
     */
    public void note(Sighting sighting) {
        try {
            byte[] rest = SightingJson.write(sighting);
            if (!spool.append(sighting.time(), sighting.mac(), rest)) {
                lost("the spool is full");
            }
        } catch (IOException | RuntimeException e) {
            lost(e.toString());
        }
    }

    /** How many sightings wait for Kafka, and how many were lost since the start. */
    public SpoolDepth depth() {
        return spool.depth();
    }

    /** How long the oldest sighting that waits for Kafka has waited; zero if none waits. */
    public Duration waiting() {
        return feeder.waiting();
    }

    /** What could not be fed yet stays in the spool for the next start. */
    @Override
    public void close() throws IOException {
        feeder.close();
        syncing.shutdown();
        spool.close();
    }

    private void lost(String why) {
        loss.run(() ->
                LOG.errorf(
                        "Sightings are being lost, %d since the start: %s",
                        spool.depth().dropped(), why));
    }

    private void sync() {
        try {
            spool.sync();
        } catch (IOException e) {
            loss.run(() -> LOG.errorf("The spool could not be synced: %s", e));
        }
    }
}
