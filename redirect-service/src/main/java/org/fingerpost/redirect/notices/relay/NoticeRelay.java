package org.fingerpost.redirect.notices.relay;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.brokers.Brokers;
import org.fingerpost.redirect.notices.Notice;
import org.jboss.logging.Logger;

/**
 * Publishes notices, one relay at a time: an advisory lock in the database chooses it, Kafka's
 * transactional id fences one that lost the lock without noticing. Either may be away for as long
 * as it likes: the rows wait.
 */
@ApplicationScoped
class NoticeRelay {
    private static final Logger LOG = Logger.getLogger(NoticeRelay.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    /** For what another control process wrote; this one's own transactions nudge. */
    private static final Duration POLL = Duration.ofMillis(500);

    private final AgroalDataSource dataSource;
    private final ObjectMapper json;
    private final NoticesConfig config;
    private final Brokers brokers;
    private final boolean controlPlane;
    private final Semaphore work = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopping;
    private volatile boolean troubled;

    NoticeRelay(
            AgroalDataSource dataSource,
            ObjectMapper json,
            NoticesConfig config,
            Brokers brokers,
            @ConfigProperty(name = "fingerpost.planes", defaultValue = "both") String planes) {
        this.dataSource = dataSource;
        this.json = json;
        this.config = config;
        this.brokers = brokers;
        this.controlPlane = !planes.equalsIgnoreCase("data");
        this.thread = Thread.ofPlatform().daemon().name("notice-relay").unstarted(this::run);
    }

    void start(@Observes StartupEvent event) {
        if (controlPlane) {
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (thread.isAlive()) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
    }

    /** In the transaction that tells the notice. */
    void keep(@Observes Notice notice) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "INSERT INTO notice_unpublished (notice_id) VALUES (?)")) {
            insert.setLong(1, notice.id());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("notice " + notice.id() + " could not be queued", e);
        }
    }

    void nudge(@Observes(during = TransactionPhase.AFTER_SUCCESS) Notice notice) {
        work.release();
    }

    private void run() {
        while (!stopping) {
            try {
                lead();
                Thread.sleep(RETRY);
            } catch (InterruptedException | InterruptException e) {
                return;
            } catch (SQLException | RuntimeException e) {
                trouble(e);
                work.drainPermits();
                pause();
            }
        }
    }

    /** One term: from the lock in the database until either backend fails. */
    private void lead() throws SQLException, InterruptedException {
        try (Connection connection = dataSource.getConnection()) {
            Unpublished unpublished = new Unpublished(connection, json);
            if (!unpublished.tryToLead()) {
                return;
            }
            try (NoticesTopic topic = NoticesTopic.open(brokers, config.retention())) {
                while (!stopping) {
                    relay(unpublished, topic);
                }
            } finally {
                unpublished.release();
            }
        }
    }

    private void relay(Unpublished unpublished, NoticesTopic topic)
            throws SQLException, InterruptedException {
        work.drainPermits();
        List<Notice> notices = unpublished.next();
        if (troubled) {
            LOG.info("notices are published again");
            troubled = false;
        }
        if (notices.isEmpty()) {
            work.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
            return;
        }
        topic.publish(notices);
        unpublished.published(notices);
    }

    private void trouble(Exception e) {
        if (!troubled && !stopping) {
            LOG.warnf("notices wait for their backends: %s", e.getMessage());
        }
        troubled = true;
    }

    private void pause() {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException e) {
            stopping = true;
        }
    }
}
