package org.fingerpost.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.redirect.Registry.by;
import static org.fingerpost.redirect.Registry.customer;
import static org.fingerpost.redirect.Registry.server;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.fingerpost.redirect.Registry.Customer;
import org.fingerpost.redirect.dialects.Program;
import org.fingerpost.testkit.Backends;
import org.junit.jupiter.api.Test;

/** Who claims phones shows what is printed on their carton. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestProfile(CartonsTest.WithCartons.class)
class CartonsTest {
    public static final class WithCartons implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("fingerpost.ranges.possession", "cartons");
        }
    }

    @Test
    void onlyWhoShowsTheCodesOfAllItsCartonsGetsARangeAndTheRefusalIsThatOfATakenOne() {
        load("000b82a00000,000b82a0000f,carton-one\n000b82a00010,serial-sixteen\n");
        Customer acme = customer("Acme");
        long server = server(acme, "http://a.example/p", "http://a.example/f");

        String nothing = claim(acme, server, List.of());
        String half = claim(acme, server, List.of("carton-one"));
        String wrong = claim(acme, server, List.of("carton-one", "serial-seventeen"));
        String right = claim(acme, server, List.of("serial-sixteen", "carton-one"));
        Customer rival = customer("Rival");
        String taken =
                claim(
                        rival,
                        server(rival, "http://r.example/p", "http://r.example/f"),
                        List.of("serial-sixteen", "carton-one"));

        assertThat(right).contains("pending").doesNotContain("serial-sixteen");
        assertThat(List.of(nothing, half, wrong)).containsOnly(taken);
        assertThat(taken).contains("range-taken");
    }

    @Test
    void whoSpeaksADialectCanShowNoCodesAndHasNoneToShowInsideARangeOfItsOwn() {
        load("000b82a20000,000b82a2000f,carton-three\n");
        Customer acme = customer("Acme");
        long server = server(acme, "http://a.example/p", "http://a.example/f");
        Outside.Customer outside = new Outside.Customer(acme.id(), acme.apiKey());
        Program gaps =
                Program.gaps(outside, server(acme, "http://b.example/p", "http://b.example/f"));
        Program xmlrpc = Program.xmlrpc(outside);

        gaps.gaps("redirectDefault", "000B82A20001")
                .then()
                .body("desc", equalTo("nothing was done: 000B82A20001 is registered elsewhere"));
        assertThat(xmlrpc.xmlrpc("checkDevice", "000B82A20001"))
                .isEqualTo(Program.said(1, "Registered Elsewhere"));

        long range =
                by(acme.apiKey())
                        .body(
                                Map.of(
                                        "first",
                                        "000b82a20000",
                                        "last",
                                        "000b82a2000f",
                                        "targetServerId",
                                        server,
                                        "proofs",
                                        List.of("carton-three")))
                        .post("/api/v1/ranges")
                        .jsonPath()
                        .getLong("id");
        Registry.approve(range);
        gaps.gaps("redirectDefault", "000B82A20001").then().body("desc", equalTo("ok"));
    }

    @Test
    void aListWithALineThatIsNoneIsRefusedByItsNumber() {
        assertThat(put(Backends.OPERATOR_KEY, "000b82a10000,x\n\nnonsense\n").asString())
                .contains("line 3");
        put(customer("Acme").apiKey(), "000b82a10000,x\n").then().statusCode(403);
    }

    @Test
    void addressesThatBeginAsNoPhonesAreTheOperatorsToAllow() {
        Customer acme = customer("Acme");
        long server = server(acme, "http://a.example/p", "http://a.example/f");
        load("00aabb000000,carton-two\n");
        Map<String, Object> body =
                Map.of(
                        "first",
                        "00aabb000000",
                        "last",
                        "00aabb000000",
                        "targetServerId",
                        server,
                        "proofs",
                        List.of("carton-two"));
        by(acme.apiKey())
                .body(body)
                .post("/api/v1/ranges")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:fingerpost:problem:unknown-oui"));
        by(acme.apiKey()).put("/api/v1/ouis/00AABB").then().statusCode(403);

        by(Backends.OPERATOR_KEY).put("/api/v1/ouis/00AABB").then().statusCode(204);

        by(acme.apiKey()).body(body).post("/api/v1/ranges").then().statusCode(201);
        by(Backends.OPERATOR_KEY).delete("/api/v1/ouis/00AABB").then().statusCode(204);
        by(Backends.OPERATOR_KEY).delete("/api/v1/ouis/000b82").then().statusCode(404);
    }

    private static void load(String csv) {
        put(Backends.OPERATOR_KEY, csv).then().statusCode(200);
    }

    private static Response put(String key, String csv) {
        return RestAssured.given()
                .auth()
                .oauth2(key)
                .contentType("text/csv")
                .body(csv)
                .put("/api/v1/cartons");
    }

    private static String claim(Customer customer, long server, List<String> proofs) {
        return by(customer.apiKey())
                .body(
                        Map.of(
                                "first",
                                "000b82a00000",
                                "last",
                                "000b82a00010",
                                "targetServerId",
                                server,
                                "proofs",
                                proofs))
                .post("/api/v1/ranges")
                .asString();
    }
}
