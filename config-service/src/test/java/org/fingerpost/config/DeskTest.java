package org.fingerpost.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.config.Desk.SIP_PASSWORD;
import static org.fingerpost.config.Desk.base;
import static org.fingerpost.config.Desk.by;
import static org.fingerpost.config.Desk.put;
import static org.fingerpost.config.Desk.value;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a provider can say at the control plane, and what is refused to it and why. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class DeskTest {
    private static final AtomicInteger COUNT = new AtomicInteger(0x10);
    private static final String MASK = "••••••";

    private final String mac = String.format("000b8230%04x", COUNT.getAndIncrement());
    private final Customer acme = PlayedRedirect.customer();

    @Test
    void aDeviceIsShownInItsOrderWithItsSecretsMasked() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("P47", "sip.example");
        settings.put("P34", SIP_PASSWORD);
        settings.put("P2", "");
        settings.put("P3", "Anna");

        Response made =
                put(
                        acme,
                        "00:0B:82:30:" + mac.substring(8, 10) + ":" + mac.substring(10),
                        settings);

        made.then()
                .statusCode(201)
                .header("Fingerpost-Revision", containsString("config="))
                .body("mac", equalTo(mac))
                .body("model", equalTo("GXP2160"))
                .body("admission", equalTo("window"))
                .body("window.state", equalTo("open"));
        Map<String, String> shown = made.path("settings");
        assertThat(shown).containsEntry("P34", MASK).containsEntry("P2", MASK);
        assertThat(List.copyOf(shown.keySet())).containsExactly("P47", "P34", "P2", "P3");
        put(acme, mac, settings).then().statusCode(200);
        assertThat(by(acme.apiKey()).get("/api/v1/devices/" + mac).asString())
                .doesNotContain(SIP_PASSWORD);
    }

    @Test
    void aMaskedSecretIsKept() {
        put(acme, mac, Map.of("P34", SIP_PASSWORD)).then().statusCode(201);
        put(acme, mac, Map.of("P34", MASK, "P47", "new.example")).then().statusCode(200);

        Response file =
                Soon.until(
                        () -> Desk.phone(base(acme) + "/cfg" + mac),
                        answer -> answer.statusCode() == 200);
        assertThat(value(file, "P34")).contains(SIP_PASSWORD);
        put(acme, mac, Map.of("P406", MASK))
                .then()
                .statusCode(422)
                .body("detail", containsString("P406"));
    }

    @Test
    void aProviderSeesOnlyItsOwnDevices() {
        Customer rival = PlayedRedirect.customer();
        put(acme, mac, Map.of("P47", "a")).then().statusCode(201);

        by(rival.apiKey()).get("/api/v1/devices/" + mac).then().statusCode(404);
        by(rival.apiKey()).delete("/api/v1/devices/" + mac).then().statusCode(404);
        by(rival.apiKey()).post("/api/v1/devices/" + mac + "/rearm").then().statusCode(404);
        by(rival.apiKey()).get("/api/v1/devices").then().statusCode(200).body("size()", equalTo(0));
        by(acme.apiKey()).get("/api/v1/devices?size=1").then().body("mac", equalTo(List.of(mac)));
        by(acme.apiKey()).get("/api/v1/devices?after=" + mac).then().body("size()", equalTo(0));
        by(Backends.OPERATOR_KEY).get("/api/v1/devices/" + mac).then().statusCode(403);
    }

    @Test
    void aDeviceInSomebodyElsesRangeIsRefusedAndNobodyIsNamed() {
        Customer rival = PlayedRedirect.customer();
        PlayedRedirect.range(rival, mac, mac, "http://rival.example/p");
        Response answer =
                Soon.until(() -> put(acme, mac, Map.of("P47", "a")), a -> a.statusCode() == 409);

        answer.then().body("type", equalTo("urn:fingerpost:problem:device-taken"));
        assertThat(answer.asString()).doesNotContain("rival");
        put(rival, mac, Map.of("P47", "a")).then().statusCode(201);
    }

    @Test
    void aSecretInGenericSettingsIsRefused() {
        by(acme.apiKey())
                .body(Map.of("settings", Map.of("P34", SIP_PASSWORD)))
                .put("/api/v1/generic-settings")
                .then()
                .statusCode(422)
                .body("detail", containsString("P34"));
        by(acme.apiKey()).get("/api/v1/generic-settings").then().statusCode(404);
    }

    @Test
    void anUnknownModelIsRefusedWithTheNamesThatAreNear() {
        by(acme.apiKey())
                .body(Map.of("model", "GXP2169", "settings", Map.of()))
                .put("/api/v1/devices/" + mac)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:fingerpost:problem:unknown-model"))
                .body("nearMisses", hasItem("GXP2160"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "422 | P047   | {\"model\":\"GXP2160\",\"settings\":{\"P047\":\"x\"}}",
                "422 | P47    | {\"model\":\"GXP2160\",\"settings\":{\"P47\":5}}",
                "422 | P47    | {\"model\":\"GXP2160\",\"settings\":{\"P47\":true}}",
                "422 | P47    | {\"model\":\"GXP2160\",\"settings\":{\"P47\":null}}",
                "422 | P47    | {\"model\":\"GXP2160\",\"settings\":{\"P47\":{\"a\":1}}}",
                "422 | P47    | {\"model\":\"GXP2160\",\"settings\":{\"P47\":\"a\\u0000b\"}}",
                "422 | twice  | {\"model\":\"GXP2160\",\"settings\":{\"P47\":\"a\",\"P47\":\"b\"}}",
                "422 | object | {\"model\":\"GXP2160\",\"settings\":[]}",
                "422 | settings | {\"model\":\"GXP2160\"}",
                "422 | model  | {\"settings\":{}}",
                "400 | JSON   | {\"model\":",
                "400 | JSON   | nonsense"
            })
    void badInputIsRefusedWithItsPlaceAndReason(int status, String named, String body) {
        by(acme.apiKey())
                .body(body)
                .put("/api/v1/devices/" + mac)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", containsString(named));
        by(acme.apiKey()).get("/api/v1/devices/" + mac).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"000b8212345", "000b8212345g", "000000000000", "ffffffffffff", "01005e000001"})
    void whatIsNoPhonesAddressIsRefused(String address) {
        put(acme, address, Map.of("P47", "a")).then().statusCode(422);
    }

    @Test
    void whatDoesNotFitIntoAFileIsRefused() {
        Map<String, String> many = new LinkedHashMap<>();
        for (int i = 0; i < 20; i++) {
            many.put("P" + (4000 + i), "x".repeat(8_000));
        }
        put(acme, mac, many).then().statusCode(422).body("detail", containsString("bytes"));
        put(acme, mac, Map.of("P47", "x".repeat(8_193)))
                .then()
                .statusCode(422)
                .body("detail", containsString("8192"));
        by(acme.apiKey())
                .body("{\"model\":\"" + "x".repeat(1 << 20) + "\"}")
                .put("/api/v1/devices/" + mac)
                .then()
                .statusCode(413);
    }

    @Test
    void withoutAKeyNothingIsSaid() {
        io.restassured.RestAssured.get("/api/v1/devices/" + mac).then().statusCode(401);
        by("fp_0_" + "a".repeat(40)).get("/api/v1/admission").then().statusCode(401);
    }

    @Test
    void anAdmissionModeThatIsNoneIsRefused() {
        by(acme.apiKey())
                .body(Map.of("mode", "ajar"))
                .put("/api/v1/admission")
                .then()
                .statusCode(422)
                .body("detail", containsString("window, token, basic or open"));
        by(acme.apiKey()).get("/api/v1/admission").then().body("mode", equalTo("window"));
    }
}
