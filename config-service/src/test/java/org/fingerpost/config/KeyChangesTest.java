package org.fingerpost.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.config.Desk.SIP_PASSWORD;
import static org.fingerpost.config.Desk.admission;
import static org.fingerpost.config.Desk.base;
import static org.fingerpost.config.Desk.by;
import static org.fingerpost.config.Desk.headUntil;
import static org.fingerpost.config.Desk.ownDirectory;
import static org.fingerpost.config.Desk.phone;
import static org.fingerpost.config.Desk.phoneUntil;
import static org.fingerpost.config.Desk.phoneWithSecret;
import static org.fingerpost.config.Desk.put;
import static org.fingerpost.config.Desk.value;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Contract;
import org.fingerpost.testkit.Soon;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

/** A provider's key is changed, and its phones notice nothing. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class KeyChangesTest {
    private static final AtomicInteger COUNT = new AtomicInteger(0x10);

    @Inject DataSource dataSource;

    private final String mac = String.format("000b8290%04x", COUNT.getAndIncrement());
    private final Customer acme = PlayedRedirect.customer();
    private final String file = "/cfg" + mac;

    @Test
    void aTokenAndAnEntityTagAreTheSameBeforeWhileAndAfterTheKeyIsChanged() {
        phoneWithSecret(acme, mac);
        String own = ownDirectory(phone(base(acme) + file));
        Response before = phone(own + file);

        rotate().then().statusCode(200).body("keys.keyId", equalTo(List.of("k1", "k2")));
        assertServed(own, before);
        walked();
        assertSealedUnderTheSecondKey("device/" + acme.id() + "/" + mac);
        assertServed(own, before);
        retire("k1").then().statusCode(200).body("keys.keyId", equalTo(List.of("k2")));

        // What is told after the key is gone comes to the door after that.
        phoneWithSecret(acme, mac.substring(0, 6) + "91" + mac.substring(8));
        assertThat(last("provider-key/" + acme.id() + "/k1")).contains("\"gone\":true");
        assertServed(own, before);
        put(acme, mac, Map.of("P34", "••••••", "P47", "new.example")).then().statusCode(200);
        Response changed =
                Soon.until(
                        () -> phone(own + file),
                        answer -> value(answer, "P47").orElse("").equals("new.example"));
        assertThat(value(changed, "P34")).contains(SIP_PASSWORD);
    }

    @Test
    void aDeviceThatIsRearmedAfterwardsHasATokenOfTheNewKey() {
        phoneWithSecret(acme, mac);
        String old = ownDirectory(phone(base(acme) + file));
        rotate().then().statusCode(200);
        walked();
        retire("k1").then().statusCode(200);

        by(acme.apiKey()).post("/api/v1/devices/" + mac + "/rearm").then().statusCode(200);

        headUntil(200, base(acme) + file);
        String fresh = ownDirectory(phone(base(acme) + file));
        assertThat(fresh).isNotEqualTo(old);
        phone(fresh + file).then().statusCode(200);
        phone(old + file).then().statusCode(404);
        assertThat(last("device/" + acme.id() + "/" + mac)).contains("\"tokenKey\":\"k2\"");
    }

    @Test
    void loginsAndGenericSettingsFollowTheNewKeyToo() {
        admission(acme, "open");
        by(acme.apiKey())
                .body(Map.of("settings", Map.of("P34", SIP_PASSWORD)))
                .put("/api/v1/generic-settings")
                .then()
                .statusCode(201);
        put(acme, mac, Map.of("P47", "sip.example")).then().statusCode(201);
        by(acme.apiKey())
                .body(Map.of("password", "chosen-by-Acme!"))
                .put("/api/v1/devices/" + mac + "/login")
                .then()
                .statusCode(200);
        String tag = phoneUntil(200, base(acme) + "/cfg.xml").header("ETag");
        by(acme.apiKey())
                .body(Map.of("variables", Map.of("door.pin", "4711")))
                .put("/api/v1/sheets/provider/draft")
                .then()
                .statusCode(200);
        by(acme.apiKey())
                .body(Map.of())
                .post("/api/v1/sheets/provider/publish")
                .then()
                .statusCode(200);

        rotate().then().statusCode(200);
        JsonPath now = walked();

        assertThat(now.getList("walks.room"))
                .containsExactly("device-revisions", "devices", "generic-settings", "sheets");
        assertThat(now.getList("walks.resealed")).containsExactly(1, 1, 1, 1);
        assertSealedUnderTheSecondKey("sheet/" + acme.id() + "/provider");
        assertSealedUnderTheSecondKey("generic/" + acme.id());
        assertSealedUnderTheSecondKey("device/" + acme.id() + "/" + mac);
        retire("k1").then().statusCode(200);
        Response generic = phone(base(acme) + "/cfg.xml");
        assertThat(generic.header("ETag")).isEqualTo(tag);
        generic.then().body("gs_provision.config.P34", equalTo(SIP_PASSWORD));
    }

    @Test
    void manyDevicesAreWalkedInStretchesAndEachIsSealedAnewOnce() {
        int many = 230; // more than a stretch
        for (int i = 0; i < many; i++) {
            put(acme, String.format("000b8292%04x", i), Map.of("P34", SIP_PASSWORD))
                    .then()
                    .statusCode(201);
        }

        rotate().then().statusCode(200);
        JsonPath now = walked();

        assertThat(now.getLong("walks.find { it.room == 'devices' }.resealed")).isEqualTo(many);
        assertSealedUnderTheSecondKey("device/" + acme.id() + "/000b82920000");
        assertSealedUnderTheSecondKey(String.format("device/%d/000b8292%04x", acme.id(), many - 1));
    }

    @Test
    void aKeyThatIsInUseIsNotRetired() throws SQLException {
        retire("k1").then().statusCode(404);
        rotate().then().statusCode(409).body("type", type("no-provider-key"));
        phoneWithSecret(acme, mac);
        retire("k1").then().statusCode(409).body("type", type("key-in-use"));
        String lost = mac.substring(0, 6) + "93" + mac.substring(8);
        put(acme, lost, Map.of("P34", SIP_PASSWORD)).then().statusCode(201);
        try (Connection connection = dataSource.getConnection();
                Statement damage = connection.createStatement()) {
            damage.executeUpdate(
                    "UPDATE device SET settings = replace(settings, '\"k1\"', '\"k9\"') WHERE mac ="
                            + " x'"
                            + lost
                            + "'::bigint");
        }

        rotate().then().statusCode(200);

        assertThat(walked().getLong("walks.find { it.room == 'devices' }.stuck")).isEqualTo(1);
        retire("k1").then().statusCode(409).body("type", type("key-in-use"));
        put(acme, lost, Map.of("P34", SIP_PASSWORD)).then().statusCode(200);
        rotate().then().statusCode(200).body("keys.keyId", equalTo(List.of("k1", "k2", "k3")));
        walked();
        retire("k1").then().statusCode(200);
        retire("k1-tokens").then().statusCode(404);
        retire("k2").then().statusCode(200).body("keys.keyId", equalTo(List.of("k3")));
    }

    @Test
    void aKeyThatOpenPinsNeedIsNotRetired() {
        int batch =
                by(acme.apiKey())
                        .body(Map.of("count", 1, "validFor", "PT1H"))
                        .post("/api/v1/pin-batches")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        rotate().then().statusCode(200);
        walked();

        retire("k1").then().statusCode(409).body("detail", equalTo("PINs that are open need it"));
        by(acme.apiKey()).delete("/api/v1/pin-batches/" + batch).then().statusCode(204);
        retire("k1").then().statusCode(200);
    }

    @Test
    void theOperatorChangesAKeyOfAProviderAndNoOtherProviderDoes() {
        phoneWithSecret(acme, mac);
        Customer rival = PlayedRedirect.customer();
        String path = "/api/v1/keys/rotate?provider=" + acme.id();

        by(rival.apiKey()).post(path).then().statusCode(404);
        by(rival.apiKey()).get("/api/v1/keys").then().body("keys.size()", equalTo(0));
        by(Backends.OPERATOR_KEY).post("/api/v1/keys/rotate").then().statusCode(422);
        by(Backends.OPERATOR_KEY).post(path).then().statusCode(200);
        RestAssured.post(path).then().statusCode(401);

        JsonPath trail =
                Soon.until(
                        () -> by(acme.apiKey()).get("/api/v1/audit").jsonPath(),
                        seen -> !seen.getList("$").isEmpty());
        assertThat(trail.getString("[0].action")).isEqualTo("provider-key-rotated");
        assertThat(trail.getString("[0].who")).isEqualTo("operator");
        assertThat(trail.getString("[0].after.keyId")).isEqualTo("k2");
        walked();
    }

    private Response rotate() {
        return by(acme.apiKey()).post("/api/v1/keys/rotate");
    }

    private Response retire(String keyId) {
        return by(acme.apiKey()).delete("/api/v1/keys/" + keyId);
    }

    private JsonPath walked() {
        return Soon.until(
                () -> by(acme.apiKey()).get("/api/v1/keys").jsonPath(),
                now -> now.getList("walks.done").stream().allMatch(Boolean.TRUE::equals));
    }

    private void assertServed(String own, Response before) {
        Response now = phone(own + file);
        now.then().statusCode(200).header("ETag", equalTo(before.header("ETag")));
        assertThat(now.asByteArray()).isEqualTo(before.asByteArray());
    }

    private static Matcher<String> type(String word) {
        return equalTo("urn:fingerpost:problem:" + word);
    }

    private static void assertSealedUnderTheSecondKey(String key) {
        String state = Soon.until(() -> last(key), told -> told.contains("\"keyId\":\"k2\""));
        assertThat(state).doesNotContain("\"keyId\":\"k1\"");
    }

    /** The last that the topic tells of this key. */
    private static String last(String key) {
        return Contract.read("fingerpost.config.state").stream()
                .filter(record -> record.key().equals(key) && record.value() != null)
                .reduce((_, later) -> later)
                .map(record -> record.value())
                .orElse("");
    }
}
