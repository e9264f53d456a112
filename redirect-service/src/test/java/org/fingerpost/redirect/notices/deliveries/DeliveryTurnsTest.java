package org.fingerpost.redirect.notices.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.redirect.Outside.by;
import static org.fingerpost.redirect.Outside.provider;
import static org.fingerpost.redirect.notices.deliveries.Post.state;
import static org.fingerpost.redirect.notices.deliveries.Post.webhook;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.fingerpost.redirect.MovableClock;
import org.fingerpost.redirect.Outside.Customer;
import org.fingerpost.redirect.OutsideIsLoopback;
import org.fingerpost.redirect.notices.Notice;
import org.fingerpost.redirect.notices.Notices;
import org.fingerpost.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of many who deliver one has the turn, and whoever lost it is not heard any more. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestProfile(OutsideIsLoopback.class)
class DeliveryTurnsTest {
    @Inject Notices notices;
    @Inject Deliveries deliveries;
    @Inject Deliverer deliverer;
    @Inject Postman postman;
    @Inject MovableClock clock;
    @Inject AgroalDataSource dataSource;

    private Post post;

    @BeforeEach
    void emptyTheQueue() throws SQLException {
        post = new Post(notices, dataSource);
        post.empty();
    }

    @Test
    void oneWhoDiesBetweenTryAndRecordHasItSentAgainUnderTheSameId() {
        Customer acme = provider("Acme");
        try (Receiver receiver = new Receiver()) {
            webhook(acme, receiver);
            Notice notice = post.tell(acme, 1);

            postman.send(deliveries.pick().orElseThrow());
            assertThat(deliverer.deliverNext()).isFalse();
            clock.move(Duration.ofMinutes(1));
            assertThat(deliverer.deliverNext()).isTrue();

            assertThat(receiver.ids()).containsExactly(notice.eventId(), notice.eventId());
            assertThat(state(acme, notice)).isEqualTo("delivered");
        }
    }

    @Test
    void oneWhoComesBackAfterItsTurnIsNotHeard() {
        Customer acme = provider("Acme");
        try (Receiver receiver = new Receiver()) {
            webhook(acme, receiver);
            Notice notice = post.tell(acme, 1);
            Attempt late = deliveries.pick().orElseThrow();
            clock.move(Duration.ofMinutes(1));
            Attempt second = deliveries.pick().orElseThrow();

            deliveries.settle(late, true, "HTTP 200");
            assertThat(state(acme, notice)).isEqualTo("waiting");
            deliveries.settle(second, true, "HTTP 200");
            assertThat(state(acme, notice)).isEqualTo("delivered");
        }
    }

    @Test
    void oneWhoSpokeToAWebhookThatWasRemovedIsNotHeardByTheNext() {
        Customer acme = provider("Acme");
        try (Receiver receiver = new Receiver()) {
            webhook(acme, receiver);
            Notice notice = post.tell(acme, 1);
            Attempt late = deliveries.pick().orElseThrow();
            by(acme).delete("/api/v1/webhook").then().statusCode(204);
            clock.move(Duration.ofSeconds(1));
            webhook(acme, receiver);
            Attempt next = deliveries.pick().orElseThrow();

            deliveries.settle(late, true, "HTTP 200");

            assertThat(state(acme, notice)).isEqualTo("waiting");
            assertThat(next.turn().lease()).isGreaterThan(late.turn().lease());
        }
    }

    @Test
    void noTransactionIsOpenWhileAReceiverThinks() {
        Customer acme = provider("Acme");
        List<Long> open = new ArrayList<>();
        try (Receiver receiver = new Receiver(() -> open.add(transactionsThatIdle()))) {
            webhook(acme, receiver);
            post.tell(acme, 1);

            deliverer.deliverNext();

            assertThat(open).containsExactly(0L);
        }
    }

    @Test
    void ofManyWhoPickAtOnceOneGetsTheTurn() throws Exception {
        Customer acme = provider("Acme");
        try (Receiver receiver = new Receiver()) {
            webhook(acme, receiver);
            post.tell(acme, 1);
            post.tell(acme, 2);
            CountDownLatch go = new CountDownLatch(1);
            List<Optional<Attempt>> picked = Collections.synchronizedList(new ArrayList<>());
            List<Thread> pickers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                pickers.add(
                        Thread.ofPlatform()
                                .start(() -> {
                                    await(go);
                                    picked.add(deliveries.pick());
                                }));
            }
            go.countDown();
            for (Thread picker : pickers) {
                picker.join();
            }

            assertThat(picked).hasSize(8).filteredOn(Optional::isPresent).hasSize(1);
        }
    }

    private long transactionsThatIdle() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT count(*) FROM pg_stat_activity WHERE datname ="
                                        + " current_database() AND pid <> pg_backend_pid() AND"
                                        + " state LIKE 'idle in transaction%'")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
