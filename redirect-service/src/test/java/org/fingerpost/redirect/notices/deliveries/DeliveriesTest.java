package org.fingerpost.redirect.notices.deliveries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.redirect.Outside.by;
import static org.fingerpost.redirect.Outside.provider;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.fingerpost.redirect.MovableClock;
import org.fingerpost.redirect.Outside.Customer;
import org.fingerpost.redirect.OutsideIsLoopback;
import org.fingerpost.redirect.notices.Notice;
import org.fingerpost.redirect.notices.Notices;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notices reach their receiver: in order, signed, at least once. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestProfile(OutsideIsLoopback.class)
class DeliveriesTest {
    @Inject Notices notices;
    @Inject Deliveries deliveries;
    @Inject Deliverer deliverer;
    @Inject Postman postman;
    @Inject MovableClock clock;
    @Inject AgroalDataSource dataSource;

    /** What other tests left behind is not this one's. */
    @BeforeEach
    void emptyTheQueue() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM webhook");
            statement.execute("DELETE FROM delivery");
        }
    }

    @Test
    void aNoticeGoesOutSignedAndOnce() throws Exception {
        Customer acme = provider("Acme");
        try (Receiver receiver = new Receiver()) {
            String secret = webhook(acme, receiver);
            Notice notice = tell(acme, 1);

            assertThat(deliverer.deliverNext()).isTrue();
            assertThat(deliverer.deliverNext()).isFalse();

            Receiver.Came came = receiver.came().getFirst();
            assertThat(came.header("content-type")).startsWith("application/cloudevents+json");
            assertThat(came.header("webhook-id")).isEqualTo(notice.eventId());
            assertThat(came.header("webhook-timestamp"))
                    .isEqualTo(Long.toString(clock.instant().getEpochSecond()));
            assertThat(came.header("webhook-signature")).isEqualTo(signature(secret, came));
            assertThat(JsonPath.from(new String(came.body(), UTF_8)).getString("data.kind"))
                    .isEqualTo("range-activated");
            assertThat(state(acme, notice)).isEqualTo("delivered");
        }
    }

    @Test
    void aReceiverThatFailsGetsTheSameNoticeAgainLater() {
        Customer acme = provider("Acme");
        try (Receiver receiver = new Receiver(500, 302, 404)) {
            webhook(acme, receiver);
            Notice notice = tell(acme, 1);

            for (int failures = 1; failures <= 3; failures++) {
                assertThat(deliverer.deliverNext()).isTrue();
                assertThat(deliverer.deliverNext()).isFalse();
                assertThat(state(acme, notice)).isEqualTo("waiting");
                clock.move(Backoff.after(failures, () -> 0L));
            }
            by(acme).get("/api/v1/webhook")
                    .then()
                    .body("failures", equalTo(3))
                    .body("lastAnswer", equalTo("HTTP 404"));
            assertThat(deliverer.deliverNext()).isTrue();

            assertThat(receiver.ids()).hasSize(4).containsOnly(notice.eventId());
            assertThat(state(acme, notice)).isEqualTo("delivered");
            by(acme).get("/api/v1/webhook").then().body("failures", equalTo(0));
        }
    }

    @Test
    void oneWhoDiesBetweenTryAndRecordHasItSentAgainUnderTheSameId() {
        Customer acme = provider("Acme");
        try (Receiver receiver = new Receiver()) {
            webhook(acme, receiver);
            Notice notice = tell(acme, 1);

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
            Notice notice = tell(acme, 1);
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
            Notice notice = tell(acme, 1);
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
    void noNoticeOvertakesOneThatWasToldBefore() {
        Customer acme = provider("Acme");
        try (Receiver receiver = new Receiver(500)) {
            webhook(acme, receiver);
            String first = tell(acme, 1).eventId();
            String second = tell(acme, 2).eventId();

            assertThat(deliverer.deliverNext()).isTrue();
            assertThat(deliverer.deliverNext()).isFalse();
            clock.move(Duration.ofSeconds(5));
            while (deliverer.deliverNext()) {
                // The rest is due at once.
            }

            assertThat(receiver.ids()).containsExactly(first, first, second);
        }
    }

    @Test
    void oneProvidersDeafReceiverDoesNotHoldUpAnothers() {
        Customer deaf = provider("Deaf");
        Customer well = provider("Well");
        try (Receiver receiver = new Receiver()) {
            by(deaf).body(Map.of("url", "http://127.0.0.1:9999/"))
                    .put("/api/v1/webhook")
                    .then()
                    .statusCode(200);
            webhook(well, receiver);
            Notice lost = tell(deaf, 1);
            Notice heard = tell(well, 1);

            while (deliverer.deliverNext()) {
                // Both, in whichever order.
            }

            assertThat(state(well, heard)).isEqualTo("delivered");
            assertThat(state(deaf, lost)).isEqualTo("waiting");
            by(deaf).get("/api/v1/notices/" + lost.id())
                    .then()
                    .body("delivery.lastAnswer", equalTo("it does not take connections there"));
        }
    }

    @Test
    void afterThreeDaysItIsDeadWithAllThatWaitedAsLongAndIsReplayedWhenAsked() {
        Customer acme = provider("Acme");
        try (Receiver receiver = new Receiver().failing(2)) {
            webhook(acme, receiver);
            Notice first = tell(acme, 1);
            Notice second = tell(acme, 2);
            clock.move(Duration.ofDays(2));
            Notice young = tell(acme, 3);
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
            Notice notice = tell(acme, 1);
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
            String waiting = tell(acme, 1).eventId();
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

    @Test
    void whatWaitsGoesToTheAddressThatIsSetNow() {
        Customer acme = provider("Acme");
        try (Receiver before = new Receiver(500);
                Receiver now = new Receiver()) {
            webhook(acme, before);
            Notice notice = tell(acme, 1);
            deliverer.deliverNext();

            webhook(acme, now);
            assertThat(deliverer.deliverNext()).isTrue();

            assertThat(now.ids()).containsExactly(notice.eventId());
            assertThat(before.ids()).hasSize(1);
        }
    }

    @Test
    void noTransactionIsOpenWhileAReceiverThinks() {
        Customer acme = provider("Acme");
        List<Long> open = new ArrayList<>();
        try (Receiver receiver = new Receiver(() -> open.add(transactionsThatIdle()))) {
            webhook(acme, receiver);
            tell(acme, 1);

            deliverer.deliverNext();

            assertThat(open).containsExactly(0L);
        }
    }

    @Test
    void ofManyWhoPickAtOnceOneGetsTheTurn() throws Exception {
        Customer acme = provider("Acme");
        try (Receiver receiver = new Receiver()) {
            webhook(acme, receiver);
            tell(acme, 1);
            tell(acme, 2);
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

    @Test
    void theServiceDeliversByItself() throws Exception {
        Customer acme = provider("Acme");
        Deliverer running = new Deliverer(deliveries, postman, () -> 4, "both");
        try (Receiver receiver = new Receiver()) {
            webhook(acme, receiver);
            running.start(null);
            List<String> told = new ArrayList<>();
            for (int i = 1; i <= 20; i++) {
                told.add(tell(acme, i).eventId());
            }

            Soon.until(receiver::ids, ids -> ids.size() == 20);

            assertThat(receiver.ids()).isEqualTo(told);
        } finally {
            running.stop(null);
        }
    }

    private String webhook(Customer customer, Receiver receiver) {
        return by(customer)
                .body(Map.of("url", receiver.url()))
                .put("/api/v1/webhook")
                .then()
                .statusCode(200)
                .extract()
                .path("secret");
    }

    private Notice tell(Customer customer, int number) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        notices.tell(
                                customer.id(),
                                "range-activated",
                                "range/" + number,
                                Map.of("devices", 256)));
    }

    private static String state(Customer customer, Notice notice) {
        return by(customer).get("/api/v1/notices/" + notice.id()).path("delivery.state");
    }

    /** As a receiver would, from the convention's text. */
    private static String signature(String secret, Receiver.Came came) throws Exception {
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String content =
                came.header("webhook-id")
                        + "."
                        + came.header("webhook-timestamp")
                        + "."
                        + new String(came.body(), UTF_8);
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(UTF_8)));
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
