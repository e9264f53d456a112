package org.fingerpost.door.sightings;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.KafkaException;
import org.fingerpost.door.spool.Entry;
import org.fingerpost.door.spool.Spool;
import org.jboss.logging.Logger;

/**
 * Carries the spool's entries to the topic: in order, at least once, forgotten by the spool only
 * when Kafka has them. Now and then a {@linkplain Heartbeat heartbeat} says how far they go. While
 * Kafka is away it waits; it says so once, and once when it is back.
 */
final class Feeder implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Feeder.class);
    private static final int BATCH = 1000;
    private static final Duration IDLE = Duration.ofSeconds(5);

    /**
     * Under load, sightings gather for so long after those before were delivered: one by one each
     * would cost the door more than its answer did. Far below the second within which a sighting is
     * to be seen.
     */
    private static final Duration GATHERING = Duration.ofMillis(100);

    private static final Duration BEFORE_RETRY = Duration.ofMillis(500);
    private static final Duration TO_STOP = Duration.ofSeconds(4);

    private final Spool spool;
    private final SightingsTopic topic;
    private final Clock clock;
    private final Thread thread;
    private volatile boolean closed;

    /** Before the batch in hand was taken from the spool. */
    private Instant taken = Instant.EPOCH;

    private Instant lastBeat = Instant.EPOCH;

    /** The time of the oldest entry in hand; at the start, of what an earlier run left. */
    private volatile Instant oldest;

    private boolean away;

    Feeder(Spool spool, SightingsTopic topic, Clock clock) {
        this.spool = spool;
        this.topic = topic;
        this.clock = clock;
        this.oldest = clock.instant();
        this.thread = Thread.ofPlatform().name("sightings-feeder").daemon().unstarted(this::run);
        // Kafka's client loads its parts by name through the thread's loader.
        thread.setContextClassLoader(Feeder.class.getClassLoader());
    }

    void start() {
        thread.start();
    }

    /** How long the oldest entry that Kafka does not have has waited; zero if there is none. */
    Duration waiting() {
        if (spool.depth().entries() == 0) {
            return Duration.ZERO;
        }
        Duration age = Duration.between(oldest, clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** Stops after the batch in hand, which stays in the spool if Kafka does not take it. */
    @Override
    public void close() {
        closed = true;
        // Not interrupted: that would close the spool's files under the writer.
        LockSupport.unpark(thread);
        try {
            thread.join(TO_STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<Entry> pending = List.of();
        while (!closed) {
            try (SightingsProducer producer = new SightingsProducer(topic, spool.door())) {
                while (!closed) {
                    pending = pending.isEmpty() ? nextBatch(producer) : pending;
                    if (!pending.isEmpty() && deliver(producer, pending)) {
                        spool.acknowledge();
                        oldest = taken; // whatever waits now came after that
                        boolean all = pending.size() < BATCH;
                        pending = List.of();
                        if (all && !closed) {
                            beat(producer);
                            LockSupport.parkNanos(GATHERING.toNanos());
                        }
                    }
                }
            } catch (IOException | RuntimeException e) {
                // A fresh producer begins anew with what is not acknowledged.
                troubled(e);
                rest();
            } catch (InterruptedException e) {
                closed = true;
            }
        }
    }

    /** Whatever was seen before the last batch was taken is in Kafka. */
    private void beat(SightingsProducer producer) {
        if (!taken.isBefore(lastBeat.plus(Heartbeat.EVERY))) {
            producer.beat(taken.minus(Heartbeat.MARGIN), spool.lastLoss());
            lastBeat = taken;
        }
    }

    private List<Entry> nextBatch(SightingsProducer producer) throws IOException {
        taken = clock.instant();
        List<Entry> batch = spool.next(BATCH);
        if (batch.isEmpty()) {
            if (spool.depth().entries() > 0) {
                // What a damaged file has swallowed waits for nobody.
                spool.acknowledge();
            }
            beat(producer);
            spool.await(IDLE);
            return batch;
        }
        oldest = batch.getFirst().time();
        // On the disk before anybody hears of it: a number must never come twice.
        spool.sync();
        return batch;
    }

    /** False if the feeder was closed before Kafka had all. */
    private boolean deliver(SightingsProducer producer, List<Entry> batch)
            throws InterruptedException {
        producer.send(batch);
        while (!producer.settled()) {
            if (closed) {
                return false;
            }
            troubled(new KafkaException("no acknowledgement"));
            topic.ensure();
        }
        if (away) {
            away = false;
            LOG.infof("Kafka is back; %d sightings wait in the spool", spool.depth().entries());
        }
        return true;
    }

    private void troubled(Exception e) {
        if (!away && !closed) {
            away = true;
            LOG.warnf("Sightings do not reach Kafka and wait in the spool: %s", e);
        }
    }

    private void rest() {
        if (!closed) {
            LockSupport.parkNanos(BEFORE_RETRY.toNanos());
        }
    }
}
