package org.fingerpost.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.config.Desk.SIP_PASSWORD;
import static org.fingerpost.config.Desk.admission;
import static org.fingerpost.config.Desk.base;
import static org.fingerpost.config.Desk.by;
import static org.fingerpost.config.Desk.phone;
import static org.fingerpost.config.Desk.phoneUntil;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.Map;
import org.fingerpost.testkit.Backends;
import org.junit.jupiter.api.Test;

/** What any phone of a provider is told, and when it does not stand in for its own file. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class GenericFilesTest extends PhoneDesk {
    @Test
    void genericSettingsAreServedToAnyPhoneOfTheProvider() {
        by(acme.apiKey())
                .body(Map.of("settings", Map.of("P64", "CET")))
                .put("/api/v1/generic-settings")
                .then()
                .statusCode(201);

        assertThat(phoneUntil(200, base(acme) + "/cfg.xml").asString())
                .contains("<P64>CET</P64>")
                .doesNotContain("<mac>");
        assertNothing(phone(base(acme) + "/cfg" + mac));
        assertNothing(phone(base(acme) + "/cfggxp2160.xml"));
    }

    @Test
    void genericSettingsWithASecretAreNeverServedUnlessTheProviderChoseOpen() {
        admission(acme, "open");
        by(acme.apiKey())
                .body(Map.of("settings", Map.of("P34", SIP_PASSWORD)))
                .put("/api/v1/generic-settings")
                .then()
                .statusCode(201);
        phoneUntil(200, base(acme) + "/cfg.xml");

        admission(acme, "window");

        phoneUntil(404, base(acme) + "/cfg.xml");
    }

    @Test
    void aFileWhoseKeyIsNotHereIsPutOffAndTheGenericOneDoesNotStandInForIt() {
        by(acme.apiKey())
                .body(Map.of("settings", Map.of("P64", "CET")))
                .put("/api/v1/generic-settings")
                .then()
                .statusCode(201);
        phoneUntil(200, base(acme) + "/cfg.xml");

        PlayedRedirect.deviceSealedWithAnUnknownKey(acme, mac);

        phoneUntil(503, base(acme) + "/cfg" + mac)
                .then()
                .header("Retry-After", equalTo("30"))
                .header("Content-Length", equalTo("0"));
        RestAssured.given()
                .header("User-Agent", "Grandstream Model HW GXP2160 SW 1.0.11.39 DevId " + mac)
                .get(base(acme) + "/cfg.xml")
                .then()
                .statusCode(503);
        phone(base(acme) + "/cfg.xml").then().statusCode(200);
    }
}
