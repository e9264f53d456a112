package org.fingerpost.redirect.notices.deliveries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.redirect.Outside.by;
import static org.fingerpost.redirect.Outside.provider;
import static org.fingerpost.redirect.notices.deliveries.Post.state;
import static org.fingerpost.redirect.notices.deliveries.Post.webhook;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import org.fingerpost.redirect.MovableClock;
import org.fingerpost.redirect.Outside.Customer;
import org.fingerpost.redirect.OutsideIsLoopback;
import org.fingerpost.redirect.notices.Notice;
import org.fingerpost.redirect.notices.Notices;
import org.fingerpost.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is sent because somebody asks: what is dead, what was delivered, and a test. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestProfile(OutsideIsLoopback.class)
class ReplaysTest {
    @Inject Notices notices;
    @Inject Deliverer deliverer;
    @Inject MovableClock clock;
    @Inject AgroalDataSource dataSource;

    private Post post;

    @BeforeEach
    void emptyTheQueue() throws SQLException {
        post = new Post(notices, dataSource);
        post.empty();
    }

    @Test
    void afterThreeDaysItIsDeadWithAllThatWaitedAsLongAndIsReplayedWhenAsked() {
        Customer acme = provider("Acme");
        try (Receiver receiver = new Receiver().failing(2)) {
            webhook(acme, receiver);
            Notice first = post.tell(acme, 1);
            Notice second = post.tell(acme, 2);
            clock.move(Duration.ofDays(2));
            Notice young = post.tell(acme, 3);
            assertThat(deliverer.deliverNext()).isTrue();
            assertThat(state(acme, first)).isEqualTo("waiting");
            clock.move(Duration.ofDays(1));

            assertThat(deliverer.deliverNext()).isTrue();

            assertThat(state(acme, first)).isEqualTo("dead");
            assertThat(state(acme, second)).isEqualTo("dead");
            assertThat(state(acme, young)).isEqualTo("waiting");
            assertThat(
                            by(acme).get("/api/v1/notices?delivery=dead")
                                    .jsonPath()
                                    .getList("id", Long.class))
                    .containsExactly(first.id(), second.id());

            by(acme).post("/api/v1/notices/" + first.id() + "/replay").then().statusCode(202);
            clock.move(Duration.ofHours(1));
            while (deliverer.deliverNext()) {
                // Until nothing is due.
            }
            assertThat(receiver.ids())
                    .endsWith(young.eventId(), first.eventId())
                    .doesNotContain(second.eventId());
            assertThat(state(acme, first)).isEqualTo("delivered");
        }
    }

    @Test
    void aNoticeThatWasDeliveredIsReplayedUnderItsId() {
        Customer acme = provider("Acme");
        try (Receiver receiver = new Receiver()) {
            webhook(acme, receiver);
            Notice notice = post.tell(acme, 1);
            deliverer.deliverNext();

            by(acme).post("/api/v1/notices/" + notice.id() + "/replay")
                    .then()
                    .statusCode(202)
                    .body("state", equalTo("waiting"));
            deliverer.deliverNext();

            assertThat(receiver.ids()).containsExactly(notice.eventId(), notice.eventId());
        }
    }

    @Test
    void aTestTriesWhatWaitsAtOnce() {
        Customer acme = provider("Acme");
        try (Receiver receiver = new Receiver(500)) {
            webhook(acme, receiver);
            String waiting = post.tell(acme, 1).eventId();
            deliverer.deliverNext();
            assertThat(deliverer.deliverNext()).isFalse();

            by(acme).post("/api/v1/webhook/test").then().statusCode(202);
            while (deliverer.deliverNext()) {
                // Both are due.
            }

            assertThat(receiver.ids()).hasSize(3).startsWith(waiting, waiting);
            assertThat(new String(receiver.came().getLast().body(), UTF_8))
                    .contains("\"kind\":\"test\"");
        }
    }
}
