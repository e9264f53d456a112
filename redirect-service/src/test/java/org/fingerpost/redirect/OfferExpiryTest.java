package org.fingerpost.redirect;

import static org.fingerpost.redirect.Registry.by;
import static org.fingerpost.redirect.Registry.customer;
import static org.fingerpost.redirect.Registry.range;
import static org.fingerpost.redirect.Registry.server;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.fingerpost.redirect.Registry.Customer;
import org.fingerpost.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An offer ends by the service's clock, to the microsecond, whoever looks at it. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestProfile(OutsideIsLoopback.class)
class OfferExpiryTest {
    private static final AtomicInteger BLOCK = new AtomicInteger(0xe0);

    @Inject MovableClock clock;

    private final String block = String.format("144cff%02x", BLOCK.getAndIncrement());
    private Customer acme;
    private Customer rival;
    private long range;
    private long rivals;

    @BeforeEach
    void aRangeToGive() {
        acme = customer("Acme");
        rival = customer("Rival");
        long acmes = server(acme, "http://acme.example/p", "http://acme.example/f");
        rivals = server(rival, "http://rival.example/p", "http://rival.example/f");
        range = range(acme, block + "0000", block + "00ff", acmes);
    }

    @Test
    void anOfferIsOpenForAWeekAndVoidFromThenOn() {
        long offer = offer(Map.of());
        clock.move(Duration.ofDays(7).minusNanos(1_000));
        state(offer, "offered");

        clock.move(Duration.ofNanos(1_000));

        state(offer, "expired");
        by(acme.apiKey())
                .get("/api/v1/transfers")
                .then()
                .body("findAll { it.id == " + offer + " }.state", hasItem("expired"));
        accept(offer).then().statusCode(409).body("state", equalTo("expired"));
        say(rival, offer, "decline").then().statusCode(409);
        say(acme, offer, "cancel").then().statusCode(409);
        by(acme.apiKey()).get("/api/v1/ranges/" + range).then().statusCode(200);
        by(rival.apiKey()).get("/api/v1/ranges/" + range).then().statusCode(404);
    }

    @Test
    void whatExpiredMayBeOfferedAgainAndAcceptedInTime() {
        long late = offer(Map.of("expires", clock.instant().plusSeconds(60).toString()));
        clock.move(Duration.ofSeconds(60));
        accept(late).then().statusCode(409);

        long again = offer(Map.of("expires", clock.instant().plusSeconds(60).toString()));
        clock.move(Duration.ofSeconds(59));

        accept(again).then().statusCode(200).body("state", equalTo("accepted"));
        by(rival.apiKey()).get("/api/v1/ranges/" + range).then().statusCode(200);
        clock.move(Duration.ofDays(30));
        state(again, "accepted");
        state(late, "expired");
    }

    private long offer(Map<String, String> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("rangeIds", List.of(range));
        body.put("toProvider", rival.id());
        Response made = by(acme.apiKey()).body(body).post("/api/v1/transfers");
        made.then().statusCode(201).body("state", equalTo("offered"));
        return made.jsonPath().getLong("id");
    }

    private void state(long offer, String word) {
        for (Customer side : List.of(acme, rival)) {
            by(side.apiKey())
                    .get("/api/v1/transfers/" + offer)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo(word));
        }
    }

    private Response accept(long offer) {
        return by(rival.apiKey())
                .body(Map.of("targetServerId", rivals))
                .post("/api/v1/transfers/" + offer + "/accept");
    }

    private static Response say(Customer by, long offer, String verb) {
        return by(by.apiKey()).post("/api/v1/transfers/" + offer + "/" + verb);
    }
}
