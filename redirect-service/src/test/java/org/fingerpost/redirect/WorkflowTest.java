package org.fingerpost.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.redirect.Registry.approve;
import static org.fingerpost.redirect.Registry.by;
import static org.fingerpost.redirect.Registry.customer;
import static org.fingerpost.redirect.Registry.phone;
import static org.fingerpost.redirect.Registry.phoneUntil;
import static org.fingerpost.redirect.Registry.range;
import static org.fingerpost.redirect.Registry.register;
import static org.fingerpost.redirect.Registry.server;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.fingerpost.redirect.Registry.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How far a range comes, who decides it, and what its phones get meanwhile. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class WorkflowTest {
    private static final AtomicInteger BLOCK = new AtomicInteger(0x40);

    private final String block = String.format("c074ad%02x", BLOCK.getAndIncrement());
    private Customer acme;
    private long outer;
    private long inner;

    @BeforeEach
    void aProviderWithTwoTargetServers() {
        acme = customer("Acme");
        outer = server(acme, "http://outer.example/p", "http://outer.example/f");
        inner = server(acme, "http://inner.example/p", "http://inner.example/f");
    }

    @Test
    void inAPilotOnlyItsPhonesAreRedirectedUntilTheProviderOpensTheRest() {
        long range = pilot(block + "0000", block + "00ff", block + "0007");
        approve(range);
        phoneUntil(200, "/gs/cfg" + block + "0007");
        phone("/gs/cfg" + block + "0008").then().statusCode(404);
        state(range, "pilot").body("pilotMacs", contains(block + "0007"));

        say(acme.apiKey(), range, "activate").then().statusCode(200);

        phoneUntil(200, "/gs/cfg" + block + "0008");
        phone("/gs/cfg" + block + "0007").then().statusCode(200);
        state(range, "active");
        say(acme.apiKey(), range, "activate").then().statusCode(200);
    }

    @Test
    void aPilotIsAskedForWithPhonesOfTheRange() {
        by(acme.apiKey())
                .body(body(block + "0000", block + "00ff", block + "0100"))
                .post("/api/v1/ranges")
                .then()
                .statusCode(422);
    }

    @Test
    void whatIsPendingCannotBeActivatedAndOnlyTheOperatorApproves() {
        long range = pilot(block + "0000", block + "00ff", block + "0007");

        say(acme.apiKey(), range, "activate").then().statusCode(409);
        say(acme.apiKey(), range, "approve").then().statusCode(403);
        say(acme.apiKey(), range, "block").then().statusCode(403);
        reject(acme.apiKey(), range).then().statusCode(403);
        say(customer("Rival").apiKey(), range, "activate").then().statusCode(404);
    }

    @Test
    void aRejectedRangeGivesItsAddressesBackAndTheProviderReadsWhy() {
        long range = range(acme, block + "0000", block + "00ff", outer);
        long child = range(acme, block + "0010", block + "001f", inner);

        reject(Backends.OPERATOR_KEY, range).then().statusCode(200);

        state(range, "rejected").body("reason", equalTo("the carton is not yours"));
        by(acme.apiKey()).get("/api/v1/ranges/" + child).then().body("parent", equalTo(null));
        say(Backends.OPERATOR_KEY, range, "approve").then().statusCode(409);
        Customer rival = customer("Rival");
        long rivals = server(rival, "http://rival.example/p", "http://rival.example/f");
        range(rival, block + "0020", block + "002f", rivals);
        by(acme.apiKey()).delete("/api/v1/ranges/" + range).then().statusCode(204);
    }

    @Test
    void whatIsNotApprovedInsideAnotherLeavesThePhonesToTheOuter() {
        approve(range(acme, block + "0000", block + "00ff", outer));
        long pending = range(acme, block + "0000", block + "000f", inner);
        long pilot = pilot(block + "0010", block + "001f", block + "0017");
        approve(pilot);

        toldUntil("0017", "inner.example");
        assertThat(told("0018")).contains("outer.example");
        assertThat(told("0001")).contains("outer.example");
        approve(pending);
        toldUntil("0001", "inner.example");
    }

    @Test
    void aBlockedRangeAnswersAsIfItWereUnknownWhateverIsAroundIt() {
        approve(range(acme, block + "0000", block + "00ff", outer));
        long stolen = range(acme, block + "0010", block + "001f", inner);
        approve(stolen);
        toldUntil("0011", "inner.example");

        say(Backends.OPERATOR_KEY, stolen, "block").then().statusCode(200);

        phoneUntil(404, "/gs/cfg" + block + "0011");
        phone("/gs/cfg" + block + "0020").then().statusCode(200);
        say(Backends.OPERATOR_KEY, stolen, "unblock").then().statusCode(200);
        toldUntil("0011", "inner.example");
    }

    @Test
    void noRangeIsRegisteredOverAPhoneThatIsTested() {
        pilot(block + "0000", block + "00ff", block + "0007");

        register(acme, block + "0000", block + "000f", inner)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:fingerpost:problem:range-in-pilot"));
        range(acme, block + "0010", block + "001f", inner);
    }

    @Test
    void theOperatorRegistersForAProviderAndNobodyElseDoes() {
        Map<String, Object> body =
                Map.of(
                        "first",
                        block + "0000",
                        "last",
                        block + "00ff",
                        "targetServerId",
                        outer,
                        "company",
                        "Acme Ltd, 1 Road",
                        "providerId",
                        acme.id());

        by(customer("Rival").apiKey()).body(body).post("/api/v1/ranges").then().statusCode(403);
        by(Backends.OPERATOR_KEY)
                .body(body)
                .post("/api/v1/ranges")
                .then()
                .statusCode(201)
                .body("company", equalTo("Acme Ltd, 1 Road"))
                .body("providerId", equalTo((int) acme.id()));
    }

    private long pilot(String first, String last, String mac) {
        Response made = by(acme.apiKey()).body(body(first, last, mac)).post("/api/v1/ranges");
        made.then().statusCode(201);
        return made.jsonPath().getLong("id");
    }

    private Map<String, Object> body(String first, String last, String mac) {
        return Map.of(
                "first", first,
                "last", last,
                "targetServerId", inner,
                "pilotMacs", List.of(mac));
    }

    private ValidatableResponse state(long range, String state) {
        return by(acme.apiKey())
                .get("/api/v1/ranges/" + range)
                .then()
                .statusCode(200)
                .body("state", equalTo(state));
    }

    private static Response say(String key, long range, String verb) {
        return by(key).post("/api/v1/ranges/" + range + "/" + verb);
    }

    private static Response reject(String key, long range) {
        return by(key).body(Map.of("reason", "the carton is not yours"))
                .post("/api/v1/ranges/" + range + "/reject");
    }

    private String told(String end) {
        return phone("/gs/cfg" + block + end + ".xml").asString();
    }

    private void toldUntil(String end, String host) {
        Soon.until(() -> told(end), text -> text.contains(host));
    }
}
