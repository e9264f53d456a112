package org.fingerpost.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.config.Desk.SIP_PASSWORD;
import static org.fingerpost.config.Desk.by;
import static org.fingerpost.config.SelfService.batch;
import static org.fingerpost.config.SelfService.claim;
import static org.fingerpost.config.SelfService.pin;
import static org.fingerpost.config.SelfService.wrong;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes of a claim: a device, or a refusal that tells nothing. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class ClaimTest extends ClaimDesk {
    @Test
    void aRightPinMakesThePhoneADevice() {
        String pin = pin(acme);

        claim(acme, "00:0B:82:61:" + mac.substring(8, 10) + ":" + mac.substring(10), pin)
                .then()
                .statusCode(201)
                .header("Fingerpost-Revision", containsString("config="))
                .body("mac", equalTo(mac))
                .body("model", equalTo("GXP2160"))
                .body("window.state", equalTo("open"));

        Response device = by(acme.apiKey()).get("/api/v1/devices/" + mac);
        device.then().statusCode(200).body("settings.P47", equalTo("sip.example"));
        assertThat(device.asString()).contains("P34").doesNotContain(SIP_PASSWORD);
    }

    @Test
    void aPinsOwnSettingsLieOverItsBatchs() {
        String pin =
                batch(
                                acme,
                                Map.of(
                                        "settings", Map.of("P47", "all.example", "P64", "CET"),
                                        "pins", List.of(Map.of("settings", Map.of("P47", "own")))))
                        .path("pins[0].pin");

        claim(acme, mac, pin, Map.of("model", "gxp-2170"))
                .then()
                .statusCode(201)
                .body("model", equalTo("GXP2170"));

        by(acme.apiKey())
                .get("/api/v1/devices/" + mac)
                .then()
                .body("settings", equalTo(Map.of("P47", "own", "P64", "CET")));
    }

    @Test
    void everyWrongPinIsRefusedInTheSameWords() {
        Customer rival = PlayedRedirect.customer();
        String used = pin(acme);
        claim(acme, mac(), used).then().statusCode(201);
        Response voided = batch(acme, Map.of("count", 1, "model", "GXP2160"));
        by(acme.apiKey()).delete("/api/v1/pin-batches/" + voided.path("id"));
        String other =
                batch(
                                acme,
                                Map.of(
                                        "model",
                                        "GXP2160",
                                        "pins",
                                        List.of(Map.of("number", "+4930123"))))
                        .path("pins[0].pin");

        List<Response> refusals =
                Stream.of(
                                wrong(used, other),
                                used,
                                voided.<String>path("pins[0].pin"),
                                other,
                                pin(rival),
                                "",
                                "1",
                                "no PIN at all")
                        .map(pin -> claim(acme, mac(), pin))
                        .toList();

        assertThat(refusals).extracting(Response::statusCode).containsOnly(422);
        assertThat(refusals)
                .extracting(Response::asString)
                .containsOnly(refusals.get(0).asString());
        refusals.getFirst().then().body("type", equalTo("urn:fingerpost:problem:pin-refused"));
        claim(acme, mac, other, Map.of("number", "+49 (30) 123"))
                .then()
                .statusCode(201)
                .body("number", equalTo("+4930123"));
    }

    @Test
    void whoSaysItTwiceHasSaidItOnce() {
        String pin = pin(acme);
        claim(acme, mac, pin).then().statusCode(201);

        claim(acme, mac, pin).then().statusCode(200).body("mac", equalTo(mac));

        claim(acme, mac(), pin).then().statusCode(422);
        by(acme.apiKey()).delete("/api/v1/devices/" + mac).then().statusCode(204);
        claim(acme, mac, pin).then().statusCode(422);
    }

    @Test
    void theAuditTellsWhoClaimedWhatAndNoPin() {
        String pin = pin(acme);
        claim(acme, mac, wrong(pin), Map.of("caller", "alice")).then().statusCode(422);
        claim(acme, mac, pin, Map.of("caller", "alice", "number", "2001")).then().statusCode(201);
        claim(acme, mac, pin, Map.of("caller", "alice", "number", "2001")).then().statusCode(200);

        Response audit =
                Soon.until(
                        () ->
                                by(acme.apiKey())
                                        .get(
                                                "/api/v1/audit?subject=device/"
                                                        + acme.id()
                                                        + "/"
                                                        + mac),
                        answer -> !answer.jsonPath().getList("").isEmpty());

        audit.then()
                .body("action", equalTo(List.of("phone-claimed")))
                .body("[0].after.caller", equalTo("alice"))
                .body("[0].after.number", equalTo("2001"))
                .body("[0].after.model", equalTo("GXP2160"));
        assertThat(audit.asString()).doesNotContain(pin, SIP_PASSWORD);
    }

    @Test
    void anotherProvidersPhoneIsRefusedUnnamedAndThePinStaysGood() {
        Customer rival = PlayedRedirect.customer();
        PlayedRedirect.range(rival, mac, mac, "http://rival.example/p");
        // The service follows redirect's state by and by: a device there tells that it has.
        Soon.until(
                () -> Desk.put(acme, mac, Map.of("P47", "a")).statusCode(),
                status -> status == 409);
        String pin = pin(acme);

        Response refused = claim(acme, mac, pin);

        refused.then().statusCode(409).body("type", equalTo("urn:fingerpost:problem:device-taken"));
        assertThat(refused.asString()).doesNotContain("rival");
        claim(acme, mac(), pin).then().statusCode(201);
    }

    @Test
    void aPhoneThatIsADeviceAlreadyIsNotTakenOverByAnotherPin() {
        Desk.put(acme, mac, Map.of("P47", "mine.example")).then().statusCode(201);
        String pin = pin(acme);

        claim(acme, mac, pin)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:fingerpost:problem:device-exists"));

        by(acme.apiKey())
                .get("/api/v1/devices/" + mac)
                .then()
                .body("settings.P47", equalTo("mine.example"));
        by(acme.apiKey()).delete("/api/v1/devices/" + mac).then().statusCode(204);
        claim(acme, mac, pin).then().statusCode(201);
    }

    @Test
    void theModelComesFromTheBatchOrFromTheClaimAndTheyMustAgree() {
        String any = batch(acme, Map.of("count", 1)).path("pins[0].pin");
        claim(acme, mac, any)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:fingerpost:problem:model-needed"));
        claim(acme, mac, any, Map.of("model", "GXP2169"))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:fingerpost:problem:unknown-model"));
        claim(acme, mac, any, Map.of("model", "GRP2614")).then().statusCode(201);

        claim(acme, mac(), pin(acme), Map.of("model", "GRP2614"))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:fingerpost:problem:other-model"))
                .body("detail", containsString("GXP2160"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "caller | {\"mac\":\"000b82610001\",\"pin\":\"12345679\"}",
                "caller | {\"caller\":\"a\\u0000\",\"mac\":\"000b82610001\",\"pin\":\"1\"}",
                "mac    | {\"caller\":\"a\",\"pin\":\"12345679\"}",
                "pin    | {\"caller\":\"a\",\"mac\":\"000b82610001\"}",
                "zero   | {\"caller\":\"a\",\"mac\":\"000000000000\",\"pin\":\"12345679\"}",
                "number |"
                    + " {\"caller\":\"a\",\"mac\":\"000b82610001\",\"pin\":\"1\",\"number\":\"x\"}"
            })
    void aClaimThatCannotBeIsRefusedWithItsPlaceAndReason(String named, String body) {
        by(acme.apiKey())
                .body(body)
                .post("/api/v1/claims")
                .then()
                .statusCode(422)
                .body("detail", containsString(named));
    }

    @Test
    void nobodyClaimsWithoutAProvidersKey() {
        RestAssured.given()
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/claims")
                .then()
                .statusCode(401);
        by(Backends.OPERATOR_KEY)
                .body(Map.of("mac", mac, "pin", "12345679", "caller", "a"))
                .post("/api/v1/claims")
                .then()
                .statusCode(403);
    }
}
