package org.fingerpost.replica;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.errors.WakeupException;
import org.fingerpost.replica.disk.Origin;
import org.fingerpost.replica.topic.Clients;
import org.fingerpost.replica.topic.Presence;

/** The one thread that follows the topic, through every outage, until it is closed. */
final class Feed implements AutoCloseable {
    /**
     * How long one poll waits; it returns with the first record, so this bounds the heartbeat only.
     */
    private static final Duration POLL = Duration.ofMillis(200);

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final ReplicaSettings settings;
    private final Ledger ledger;
    private final Story story;
    private final Thread thread;
    private final CompletableFuture<Void> closing = new CompletableFuture<>();
    private volatile Optional<Clients> connected = Optional.empty();
    private volatile OptionalLong lag = OptionalLong.empty();

    Feed(ReplicaSettings settings, Ledger ledger, Story story) {
        this.settings = settings;
        this.ledger = ledger;
        this.story = story;
        this.thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("replica-" + settings.topic())
                        .unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** As it was when the topic was last read. */
    OptionalLong lag() {
        return lag;
    }

    /** Returns when the thread has ended and its tables are closed. */
    @Override
    public void close() {
        closing.complete(null);
        LockSupport.unpark(thread);
        connected.ifPresent(clients -> clients.consumer().wakeup());
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true; // the tables must be closed all the same
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closing.isDone()) {
            try (Clients clients = Clients.open(settings.kafka(), settings.topic())) {
                connected = Optional.of(clients);
                while (!closing.isDone()) {
                    connect(clients);
                }
            } catch (WakeupException e) {
                continue; // closing
            } catch (RuntimeException e) {
                story.away(String.valueOf(e.getMessage()));
                pause();
            } finally {
                connected = Optional.empty();
            }
        }
        ledger.close();
    }

    private void connect(Clients clients) {
        CompletableFuture<Presence> answer = clients.heartbeat().ask();
        CompletableFuture.anyOf(answer, closing).join();
        if (closing.isDone()) {
            return;
        }
        switch (answer.join()) {
            case Presence.Here(var origin) -> {
                story.here();
                follow(clients, origin);
            }
            case Presence.NoTopic() -> {
                story.noTopic();
                pause();
            }
            case Presence.Away(var why) -> {
                story.away(why);
                pause();
            }
        }
    }

    /** Returns when the topic has to be asked for anew. */
    private void follow(Clients clients, Origin origin) {
        ledger.settle(origin);
        clients.startAt(ledger.offset());
        try {
            long end = clients.end();
            ledger.complete(clients.position(), end);
            while (!closing.isDone() && sameTopic(clients, origin)) {
                ConsumerRecords<String, byte[]> records = clients.consumer().poll(POLL);
                if (!records.isEmpty() && ledger.overdue()) {
                    return; // a contact that comes too late: what is here now is no continuation
                }
                ledger.apply(records, clients.position());
                lag = clients.lag();
                ledger.complete(clients.position(), end);
            }
        } catch (OffsetOutOfRangeException e) {
            ledger.startOver("Kafka no longer has offset " + ledger.offset());
        }
    }

    /**
     * Takes the heartbeat's answer, if there is one; false when it tells of another topic or none.
     */
    private boolean sameTopic(Clients clients, Origin origin) {
        Optional<Presence> answer = clients.heartbeat().tick();
        if (answer.isEmpty()) {
            return true;
        }
        return switch (answer.get()) {
            case Presence.Here(var now) -> {
                story.here();
                boolean same = now.equals(origin) && !ledger.overdue();
                if (same) {
                    ledger.contact(clients.position());
                }
                yield same;
            }
            case Presence.NoTopic() -> false;
            case Presence.Away(var why) -> {
                story.away(why); // the consumer keeps trying by itself
                yield true;
            }
        };
    }

    private void pause() {
        if (!closing.isDone()) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
