package org.fingerpost.redirect;

import static org.fingerpost.redirect.Registry.approve;
import static org.fingerpost.redirect.Registry.by;
import static org.fingerpost.redirect.Registry.customer;
import static org.fingerpost.redirect.Registry.phone;
import static org.fingerpost.redirect.Registry.phoneUntil;
import static org.fingerpost.redirect.Registry.range;
import static org.fingerpost.redirect.Registry.register;
import static org.fingerpost.redirect.Registry.server;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.fingerpost.redirect.Registry.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ranges inside ranges: enclosed, split, delegated, handed over, given back. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class TreeTest {
    private static final AtomicInteger BLOCK = new AtomicInteger(0x80);

    private final String block = String.format("144cff%02x", BLOCK.getAndIncrement());
    private Customer acme;
    private Customer rival;
    private long acmes;
    private long rivals;

    @BeforeEach
    void twoProviders() {
        acme = customer("Acme");
        rival = customer("Rival");
        acmes = server(acme, "http://acme.example/p", "http://acme.example/f");
        rivals = server(rival, "http://rival.example/p", "http://rival.example/f");
    }

    @Test
    void anOuterRangeMayComeLaterAndEnclosesItsOwners() {
        long inner = range(acme, block + "0010", block + "001f", acmes);

        long outer = range(acme, block + "0000", block + "00ff", acmes);

        by(acme.apiKey())
                .get("/api/v1/ranges/" + inner)
                .then()
                .body("parent", equalTo((int) outer));
        by(acme.apiKey()).delete("/api/v1/ranges/" + outer).then().statusCode(409);
    }

    @Test
    void aRangeIsSplitAndBothHalvesAnswer() {
        long whole = range(acme, block + "0000", block + "00ff", acmes);
        approve(whole);

        by(acme.apiKey())
                .body(Map.of("at", block + "0080"))
                .post("/api/v1/ranges/" + whole + "/split")
                .then()
                .statusCode(200)
                .body("left.id", equalTo((int) whole))
                .body("left.last", equalTo(block + "007f"))
                .body("right.first", equalTo(block + "0080"));

        phoneUntil(200, "/gs/cfg" + block + "007f");
        phoneUntil(200, "/gs/cfg" + block + "0080");
    }

    @Test
    void anotherProviderRegistersOnlyWhereTheOwnerDelegated() {
        long outer = range(acme, block + "0000", block + "00ff", acmes);
        approve(outer);
        register(rival, block + "0010", block + "001f", rivals).then().statusCode(409);

        long delegation = delegate(outer, block + "0010", block + "002f");

        long child = range(rival, block + "0010", block + "001f", rivals);
        register(rival, block + "0020", block + "0030", rivals).then().statusCode(409);
        approve(child);
        toldUntil("0010", "rival.example");
        by(rival.apiKey())
                .get("/api/v1/delegations")
                .then()
                .body("[0].first", equalTo(block + "0010"));
        String path = "/api/v1/ranges/" + outer + "/delegations/" + delegation;
        by(acme.apiKey()).delete(path).then().statusCode(409);
        by(rival.apiKey()).delete("/api/v1/ranges/" + child).then().statusCode(204);
        by(acme.apiKey()).delete(path).then().statusCode(204);
        toldUntil("0010", "acme.example");
    }

    @Test
    void oneAcceptedTransferMovesTheRangeAndAllInItAndIsWrittenDownForBoth() {
        long outer = range(acme, block + "0000", block + "00ff", acmes);
        long inner = range(acme, block + "0010", block + "001f", acmes);
        approve(outer);
        approve(inner);
        long transfer = offer(outer);
        toldUntil("0011", "acme.example");
        answer(rival, transfer, "accept", Map.of("targetServerId", acmes)).then().statusCode(422);

        answer(rival, transfer, "accept", Map.of("targetServerId", rivals))
                .then()
                .statusCode(200)
                .body("state", equalTo("accepted"));

        toldUntil("0011", "rival.example");
        toldUntil("0020", "rival.example");
        by(acme.apiKey()).get("/api/v1/ranges/" + inner).then().statusCode(404);
        for (Customer side : List.of(acme, rival)) {
            Soon.until(
                    () -> by(side.apiKey()).get("/api/v1/audit?subject=range/" + outer).asString(),
                    seen -> seen.contains("range-handed-over"));
        }
        answer(rival, transfer, "accept", Map.of("targetServerId", rivals)).then().statusCode(409);
    }

    @Test
    void anOfferCanBeDeclinedOrCancelledAndIsNobodyElses() {
        long range = range(acme, block + "0000", block + "00ff", acmes);
        long first = offer(range);
        answer(acme, first, "accept", Map.of("targetServerId", acmes)).then().statusCode(404);
        answer(customer("Third"), first, "cancel", Map.of()).then().statusCode(404);
        answer(rival, first, "decline", Map.of()).then().statusCode(200);
        long second = offer(range);

        answer(acme, second, "cancel", Map.of()).then().statusCode(200);

        answer(rival, second, "accept", Map.of("targetServerId", rivals)).then().statusCode(409);
        offer(range, "2020-01-01T00:00:00Z").then().statusCode(422);
        offer(range, "2999-01-01T00:00:00Z").then().statusCode(422);
    }

    @Test
    void aPhoneThatIsGivenBackGetsWhatUnknownOnesGetWhileItsRangeStays() {
        long range = range(acme, block + "0000", block + "00ff", acmes);
        approve(range);
        phoneUntil(200, "/gs/cfg" + block + "0007");

        long given = giveBack("0007").then().statusCode(200).extract().jsonPath().getLong("id");

        phoneUntil(404, "/gs/cfg" + block + "0007");
        phone("/gs/cfg" + block + "0008").then().statusCode(200);
        giveBack("0007").then().statusCode(200).body("id", equalTo((int) given));
        by(rival.apiKey())
                .urlEncodingEnabled(false)
                .body(Map.of("mac", block + "0008"))
                .post("/api/v1/ranges:release")
                .then()
                .statusCode(404);
        by(acme.apiKey()).delete("/api/v1/ranges/" + given).then().statusCode(204);
        phoneUntil(200, "/gs/cfg" + block + "0007");
    }

    @Test
    void aPhoneThatIsARangeAloneIsReleased() {
        range(acme, block + "0007", block + "0007", acmes);

        giveBack("0007").then().statusCode(204);

        range(rival, block + "0007", block + "0007", rivals);
    }

    private Response giveBack(String end) {
        return by(acme.apiKey())
                .urlEncodingEnabled(false) // the colon is meant
                .body(Map.of("mac", block + end))
                .post("/api/v1/ranges:release");
    }

    private long delegate(long range, String first, String last) {
        Response made =
                by(acme.apiKey())
                        .body(Map.of("first", first, "last", last, "toProvider", rival.id()))
                        .post("/api/v1/ranges/" + range + "/delegations");
        made.then().statusCode(201);
        return made.jsonPath().getLong("id");
    }

    private long offer(long range) {
        Response made =
                by(acme.apiKey())
                        .body(Map.of("rangeIds", List.of(range), "toProvider", rival.id()))
                        .post("/api/v1/transfers");
        made.then().statusCode(201).body("state", equalTo("offered"));
        return made.jsonPath().getLong("id");
    }

    private Response offer(long range, String expires) {
        return by(acme.apiKey())
                .body(
                        Map.of(
                                "rangeIds", List.of(range),
                                "toProvider", rival.id(),
                                "expires", expires))
                .post("/api/v1/transfers");
    }

    private static Response answer(
            Customer by, long transfer, String verb, Map<String, Object> body) {
        return by(by.apiKey()).body(body).post("/api/v1/transfers/" + transfer + "/" + verb);
    }

    private void toldUntil(String end, String host) {
        Soon.until(
                () -> phone("/gs/cfg" + block + end + ".xml").asString(),
                text -> text.contains(host));
    }
}
