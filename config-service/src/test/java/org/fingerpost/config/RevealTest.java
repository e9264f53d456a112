package org.fingerpost.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.config.Desk.SIP_PASSWORD;
import static org.fingerpost.config.Desk.by;
import static org.fingerpost.config.Desk.put;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** True secrets are for keys that may reveal, and it is written down who saw which. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class RevealTest {
    private static final AtomicInteger COUNT = new AtomicInteger(0x10);

    private final String mac = String.format("000b82a0%04x", COUNT.getAndIncrement());
    private final String secrets = "/api/v1/devices/" + mac + "/secrets";
    private final Customer acme = PlayedRedirect.customer();

    @BeforeEach
    void aDeviceWithTwoSecrets() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("P47", "sip.example");
        settings.put("P34", SIP_PASSWORD);
        settings.put("P2", "");
        put(acme, mac, settings).then().statusCode(201);
    }

    @Test
    void aKeyThatMayRevealSeesTheSecretsAndNothingElse() {
        Response answer = by(PlayedRedirect.furtherKey(acme, "reveal")).get(secrets);

        answer.then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("mac", equalTo(mac));
        assertThat(answer.<Map<String, String>>path("secrets"))
                .containsExactly(Map.entry("P34", SIP_PASSWORD), Map.entry("P2", ""));
        assertThat(answer.jsonPath().getMap("$")).containsOnlyKeys("mac", "secrets");
    }

    @Test
    void aChosenLoginIsAmongThem() {
        by(acme.apiKey())
                .body(Map.of("user", "desk-12", "password", "chosen-by-Acme!"))
                .put("/api/v1/devices/" + mac + "/login")
                .then()
                .statusCode(200);

        by(PlayedRedirect.furtherKey(acme, "reveal"))
                .get(secrets)
                .then()
                .body("login.user", equalTo("desk-12"))
                .body("login.password", equalTo("chosen-by-Acme!"));
    }

    @Test
    void whoSawWhichSecretsIsInTheAuditWithoutTheirValues() {
        String key = PlayedRedirect.furtherKey(acme, "reveal");
        by(key).get(secrets).then().statusCode(200);

        JsonPath trail =
                Soon.until(
                        () -> by(acme.apiKey()).get("/api/v1/audit").jsonPath(),
                        seen -> !seen.getList("$").isEmpty());

        assertThat(trail.getString("[0].action")).isEqualTo("secrets-revealed");
        assertThat(trail.getString("[0].subject")).isEqualTo("device/" + acme.id() + "/" + mac);
        assertThat(trail.getString("[0].who")).isEqualTo("provider/" + acme.id());
        assertThat(trail.getString("[0].after.apiKey")).matches("[0-9a-f]{16}");
        assertThat(trail.getList("[0].after.settings")).isEqualTo(List.of("P34", "P2"));
        assertThat(trail.prettify()).doesNotContain(SIP_PASSWORD, key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"keys", "fly"})
    void aKeyWithoutThePermissionIsRefusedAndNothingIsWrittenDown(String other) {
        for (String key : List.of(acme.apiKey(), PlayedRedirect.furtherKey(acme, other))) {
            Response answer = by(key).get(secrets);
            answer.then()
                    .statusCode(403)
                    .body("type", equalTo("urn:fingerpost:problem:reveal-permission-needed"));
            assertThat(answer.asString()).doesNotContain(SIP_PASSWORD);
        }
        by(Backends.OPERATOR_KEY).get(secrets).then().statusCode(403);
        Desk.admission(acme, "window");
        JsonPath trail =
                Soon.until(
                        () -> by(acme.apiKey()).get("/api/v1/audit").jsonPath(),
                        seen -> !seen.getList("$").isEmpty());
        assertThat(trail.getList("action")).containsExactly("admission-changed");
    }

    @Test
    void aKeyThatMayRevealSeesNothingOfAnotherProvidersDevices() {
        Customer rival = PlayedRedirect.customer();

        by(PlayedRedirect.furtherKey(rival, "reveal")).get(secrets).then().statusCode(404);
    }
}
