package org.fingerpost.redirect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.redirect.Registry.by;
import static org.fingerpost.redirect.Registry.customer;
import static org.fingerpost.redirect.Registry.register;
import static org.fingerpost.redirect.Registry.server;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.fingerpost.redirect.Registry.Customer;
import org.fingerpost.testkit.Backends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nonsense is answered with what, where and why, and changes nothing. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class RefusalsTest {
    private static final String PROBLEM = "application/problem+json";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "000b8212345 | 000b82123456 | 422",
                "000b8212345g | 000b82123456 | 422",
                "'' | 000b82123456 | 422",
                "000b82ffffff | 000b82000000 | 422",
                "000000000000 | 000000000001 | 422",
                "010b82000000 | 010b82000001 | 422",
            })
    void aRangeThatIsNoneIsRefused(String first, String last, int status) {
        Customer acme = customer("Acme");
        long server = server(acme, "http://a.example/p", "http://a.example/f");

        register(acme, first, last, server).then().statusCode(status).contentType(PROBLEM);

        assertThat(by(acme.apiKey()).get("/api/v1/ranges").jsonPath().getList("$")).isEmpty();
    }

    @Test
    void aReversedRangeIsToldInASentence() {
        Customer acme = customer("Acme");
        long server = server(acme, "http://a.example/p", "http://a.example/f");

        register(acme, "000b82ffffff", "000b82000000", server)
                .then()
                .body(
                        "detail",
                        containsString("ends before it begins: 000b82ffffff..000b82000000"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | 400 | no-json",
                "'' | 422 | invalid-field",
                "[] | 422 | invalid-field",
                "null | 422 | invalid-field",
                "{\"companyName\":\"x\"} | 422 | invalid-field",
                "{\"companyName\":{}} | 422 | invalid-field",
                "{\"surprise\":1} | 422 | invalid-field",
                "{\"companyName\":\"x\",\"address\":\"y\",\"contactEmail\":\"no address\"} | 422 |"
                        + " invalid-field",
            })
    void aBodyThatSaysNothingUsefulIsRefusedWithItsReason(String body, int status, String type) {
        by(Backends.OPERATOR_KEY)
                .body(body)
                .post("/api/v1/providers")
                .then()
                .statusCode(status)
                .contentType(PROBLEM)
                .body("type", equalTo("urn:fingerpost:problem:" + type))
                .body("detail", not(containsString("Exception")));
    }

    @Test
    void aBodyOverAMebibyteIsRefused() {
        by(Backends.OPERATOR_KEY)
                .body("{\"companyName\":\"" + "x".repeat(1 << 20) + "\"}")
                .post("/api/v1/providers")
                .then()
                .statusCode(413)
                .contentType(PROBLEM);
    }

    @Test
    void aBodyThatDoesNotSayHowLongItIsIsCounted() throws Exception {
        byte[] body = ("{\"companyName\":\"" + "x".repeat(1 << 21) + "\"}").getBytes(UTF_8);

        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        "http://127.0.0.1:"
                                                                + RestAssured.port
                                                                + "/api/v1/providers"))
                                        .header("Authorization", "Bearer " + Backends.OPERATOR_KEY)
                                        .header("Content-Type", "application/json")
                                        .POST(
                                                BodyPublishers.ofInputStream(
                                                        () -> new ByteArrayInputStream(body)))
                                        .build(),
                                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("body-too-large");
    }

    @Test
    void bracketsWithoutEndAreNoJson() {
        by(Backends.OPERATOR_KEY)
                .body("[".repeat(100_000))
                .post("/api/v1/providers")
                .then()
                .statusCode(oneOf(400, 422))
                .contentType(PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://fm.grandstream.com/gs",
                "https://localhost:{port}/gs",
                "http://127.0.0.1:{port}/gs",
                "http://127.1.2.3:{port}/other",
                "http://[::1]:{port}/gs",
                "http://[0:0::1]:{port}/gs",
                "http://[::ffff:127.0.0.1]:{port}/gs",
                "http://localhost.:{port}/gs",
                "https://FM.Grandstream.com./gs"
            })
    void aTargetThatLeadsBackToARedirectDoorIsRefused(String url) {
        String back = url.replace("{port}", Integer.toString(RestAssured.port));

        by(customer("Acme").apiKey())
                .body(
                        Map.of(
                                "name", "circle",
                                "configUrl", back,
                                "firmwareUrl", "http://a.example/f"))
                .post("/api/v1/target-servers")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:fingerpost:problem:target-leads-back"));
    }

    @Test
    void nobodyGetsPastTheGateWithoutAKey() {
        RestAssured.given().get("/api/v1/providers").then().statusCode(401).contentType(PROBLEM);
        RestAssured.given().get("/api/v1/nothing").then().statusCode(401);
        RestAssured.given().auth().basic("a", "b").get("/api/v1/ranges").then().statusCode(401);
        by("fp_0_" + "a".repeat(40)).get("/api/v1/ranges").then().statusCode(401);
        RestAssured.given()
                .urlEncodingEnabled(false)
                .get("/q/../api/v1/providers")
                .then()
                .statusCode(404);
    }

    @Test
    void aKeyFromTheFutureIsNotCalledWrong() {
        by("fp_zzzzzz_" + "a".repeat(40))
                .get("/api/v1/ranges")
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .contentType(PROBLEM);
    }

    @Test
    void unknownAddressesMethodsAndTypesAreToldApart() {
        by(Backends.OPERATOR_KEY)
                .get("/api/v1/nothing")
                .then()
                .statusCode(404)
                .contentType(PROBLEM);
        by(Backends.OPERATOR_KEY)
                .delete("/api/v1/providers")
                .then()
                .statusCode(405)
                .contentType(PROBLEM);
        RestAssured.given()
                .auth()
                .oauth2(Backends.OPERATOR_KEY)
                .contentType(ContentType.TEXT)
                .body("x")
                .post("/api/v1/providers")
                .then()
                .statusCode(415)
                .contentType(PROBLEM);
        by(Backends.OPERATOR_KEY)
                .get("/api/v1/ranges?size=0")
                .then()
                .statusCode(422)
                .contentType(PROBLEM);
        by(Backends.OPERATOR_KEY).get("/api/v1/ranges?after=x").then().statusCode(404);
        by(Backends.OPERATOR_KEY).get("/api/v1/ranges/99999999999999999999").then().statusCode(404);
    }
}
