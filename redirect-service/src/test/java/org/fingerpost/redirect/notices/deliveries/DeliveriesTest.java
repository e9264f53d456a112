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
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
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

    private Post post;

    @BeforeEach
    void emptyTheQueue() throws SQLException {
        post = new Post(notices, dataSource);
        post.empty();
    }

    @Test
    void aNoticeGoesOutSignedAndOnce() throws Exception {
        Customer acme = provider("Acme");
        try (Receiver receiver = new Receiver()) {
            String secret = webhook(acme, receiver);
            Notice notice = post.tell(acme, 1);

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
            Notice notice = post.tell(acme, 1);

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
    void noNoticeOvertakesOneThatWasToldBefore() {
        Customer acme = provider("Acme");
        try (Receiver receiver = new Receiver(500)) {
            webhook(acme, receiver);
            String first = post.tell(acme, 1).eventId();
            String second = post.tell(acme, 2).eventId();

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
            Notice lost = post.tell(deaf, 1);
            Notice heard = post.tell(well, 1);

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
    void whatWaitsGoesToTheAddressThatIsSetNow() {
        Customer acme = provider("Acme");
        try (Receiver before = new Receiver(500);
                Receiver now = new Receiver()) {
            webhook(acme, before);
            Notice notice = post.tell(acme, 1);
            deliverer.deliverNext();

            webhook(acme, now);
            assertThat(deliverer.deliverNext()).isTrue();

            assertThat(now.ids()).containsExactly(notice.eventId());
            assertThat(before.ids()).hasSize(1);
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
                told.add(post.tell(acme, i).eventId());
            }

            Soon.until(receiver::ids, ids -> ids.size() == 20);

            assertThat(receiver.ids()).isEqualTo(told);
        } finally {
            running.stop(null);
        }
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
}
