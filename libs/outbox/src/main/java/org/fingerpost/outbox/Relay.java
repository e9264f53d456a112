package org.fingerpost.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;

/**
 * Publishes the outbox to the state topic: in commit order, at least once, one relay at a time.
 *
 * <p>Two things keep relays apart. An advisory lock in the database chooses one; a fixed
 * transactional id in Kafka fences one that lost the lock without noticing. Either backend may go
 * away for as long as it likes: the rows wait.
 */
public final class Relay implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration TOMBSTONE_AFTER = Duration.ofDays(7);
    private static final Duration BURIAL_EVERY = Duration.ofMinutes(10);
    private static final Duration RETRY = Duration.ofMillis(500);

    private final DataSource dataSource;
    private final RelaySettings settings;
    private final Duration tombstoneAfter;
    private final Semaphore work = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean troubled;
    private long nextBurial = System.nanoTime();

    public Relay(DataSource dataSource, RelaySettings settings) {
        this(dataSource, settings, TOMBSTONE_AFTER);
    }

    Relay(DataSource dataSource, RelaySettings settings, Duration tombstoneAfter) {
        this.dataSource = dataSource;
        this.settings = settings;
        this.tombstoneAfter = tombstoneAfter;
        this.thread = Thread.ofPlatform().daemon().name("outbox-relay").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** A transaction of this process has committed: look now rather than at the next poll. */
    public void nudge() {
        work.release();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            try {
                lead();
            } catch (InterruptedException | InterruptException e) {
                return;
            } catch (SQLException | RuntimeException e) {
                trouble(e);
            }
            pause(RETRY);
        }
    }

    /** One term: from the lock in the database until either backend fails. */
    private void lead() throws SQLException, InterruptedException {
        try (Connection connection = dataSource.getConnection()) {
            OutboxTable table = new OutboxTable(connection);
            if (!table.tryToLead(settings.transactionalId())) {
                return;
            }
            try {
                publishUntilItFails(table);
            } finally {
                giveUpLeading(table, connection);
            }
        }
    }

    private void publishUntilItFails(OutboxTable table) throws SQLException, InterruptedException {
        if (!StateTopic.isThere(settings)) {
            // Before the topic is made: whoever dies in between does it again.
            LOG.infof("%s is made, and told %d keys", settings.topic(), table.retell());
            StateTopic.make(settings);
        }
        try (Publisher publisher = new Publisher(settings)) {
            while (!closed) {
                relay(table, publisher);
            }
        }
    }

    /** A pooled connection outlives this term; its lock must not. */
    private static void giveUpLeading(OutboxTable table, Connection connection)
            throws SQLException {
        try {
            table.release();
        } catch (SQLException e) {
            connection.abort(Runnable::run);
        }
    }

    private void relay(OutboxTable table, Publisher publisher)
            throws SQLException, InterruptedException {
        if (System.nanoTime() - nextBurial >= 0) {
            table.bury(tombstoneAfter);
            nextBurial = System.nanoTime() + BURIAL_EVERY.toNanos();
        }
        work.drainPermits();
        List<OutboxRow> rows = table.next();
        if (troubled) {
            LOG.infof("the relay to %s works again", settings.topic());
            troubled = false;
        }
        if (rows.isEmpty()) {
            work.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
            return;
        }
        publisher.publish(rows);
        table.published(rows);
    }

    private void trouble(Exception e) {
        if (!troubled && !closed) {
            LOG.warnf(
                    "the relay to %s waits for its backends: %s", settings.topic(), e.getMessage());
        }
        troubled = true;
    }

    private void pause(Duration time) {
        try {
            if (!closed) {
                Thread.sleep(time);
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /** What Kafka has of a batch: all or, until the next try, nothing. */
    private static final class Publisher implements AutoCloseable {
        private final RelaySettings settings;
        private final Producer<byte[], byte[]> producer;

        Publisher(RelaySettings settings) {
            this.settings = settings;
            this.producer = Producers.transactional(settings);
        }

        void publish(List<OutboxRow> rows) throws InterruptedException {
            List<Future<RecordMetadata>> sent = new ArrayList<>(rows.size());
            producer.beginTransaction();
            for (OutboxRow row : rows) {
                sent.add(producer.send(row.toRecord(settings)));
            }
            // Commits only if every record was acknowledged; throws otherwise.
            producer.commitTransaction();
            if (!sent.stream().allMatch(Future::isDone)) {
                throw new KafkaException(
                        "a transaction was committed before all its records were acknowledged");
            }
        }

        @Override
        public void close() {
            producer.close(Duration.ofSeconds(2));
        }
    }
}
