package org.fingerpost.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.redirect.Registry.approve;
import static org.fingerpost.redirect.Registry.by;
import static org.fingerpost.redirect.Registry.customer;
import static org.fingerpost.redirect.Registry.phone;
import static org.fingerpost.redirect.Registry.phoneUntil;
import static org.fingerpost.redirect.Registry.range;
import static org.fingerpost.redirect.Registry.server;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.fingerpost.redirect.Registry.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Why a phone is told what it is told, now and earlier, and who may know. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class WhyTest {
    private static final AtomicInteger BLOCK = new AtomicInteger(0x80);

    private final String block = String.format("ec74d7%02x", BLOCK.getAndIncrement());
    private final String mac = block + "0001";
    private Customer acme;
    private long server;

    @BeforeEach
    void aProvider() {
        acme = customer("Acme");
        server = server(acme, "http://old.example/p", "http://old.example/f");
    }

    @Test
    void theWayFromTheRangeToTheBytesIsShown() {
        long outer = range(acme, block + "0000", block + "ffff", server);
        long inner = range(acme, block + "0000", block + "00ff", server);
        approve(outer);
        byte[] binary = phoneUntil(200, "/gs/cfg" + mac).asByteArray();
        byte[] xml = phone("/gs/cfg" + mac + ".xml").asByteArray();

        JsonPath why =
                Soon.until(
                        () -> why(acme.apiKey(), mac),
                        seen -> seen.getString("lastContact.outcome") != null);

        assertThat(why.getList("ranges.id", Long.class)).containsExactly(inner, outer);
        assertThat(why.getList("ranges.state")).containsExactly("pending", "active");
        assertThat(why.getLong("decidedBy")).isEqualTo(outer);
        assertThat(why.getString("ranges[1].registered.by")).isEqualTo("provider/" + acme.id());
        assertThat(why.getString("ranges[1].approved.by")).isEqualTo("operator");
        assertThat(why.getString("targetServer.configUrl")).isEqualTo("http://old.example/p");
        assertThat(why.getString("answer.told")).isEqualTo("redirection");
        assertThat(why.getString("answer.saying.settings.P237")).contains("old.example");
        assertThat(why.getList("answer.saying.files.hex"))
                .containsExactly(HexFormat.of().formatHex(binary), HexFormat.of().formatHex(xml));
        assertThat(why.getList("answer.saying.files.length"))
                .containsExactly(binary.length, xml.length);
        assertThat(why.getString("answer.saying.files[0].etag")).endsWith("-" + mac);
        assertThat(why.getString("lastContact.model")).isEqualTo("GXP2160");
        assertThat(why.getString("notes")).isNull();
    }

    @Test
    void whatWasToldBeforeAChangeIsReadFromTheAudit() {
        long range = range(acme, block + "0000", block + "00ff", server);
        String pending = Instant.now().toString();
        approve(range);
        phoneUntil(200, "/gs/cfg" + mac);
        String active = Instant.now().toString();
        by(acme.apiKey())
                .body(
                        Map.of(
                                "name", "new",
                                "configUrl", "http://new.example/p",
                                "firmwareUrl", "http://new.example/f"))
                .put("/api/v1/target-servers/" + server)
                .then()
                .statusCode(200);
        String changed = Instant.now().toString();
        by(acme.apiKey()).delete("/api/v1/ranges/" + range).then().statusCode(204);
        phoneUntil(404, "/gs/cfg" + mac);

        JsonPath waiting = why(acme.apiKey(), mac + "?at=" + pending);
        assertThat(waiting.getString("answer.told")).isEqualTo("nothing");
        assertThat(waiting.getString("ranges[0].state")).isEqualTo("pending");
        JsonPath first = why(acme.apiKey(), mac + "?at=" + active);
        assertThat(first.getString("answer.saying.settings.P237")).contains("old.example");
        assertThat(first.getLong("ranges[0].id")).isEqualTo(range);
        assertThat(first.getString("ranges[0].approved.by")).isEqualTo("operator");
        JsonPath second = why(acme.apiKey(), mac + "?at=" + changed);
        assertThat(second.getString("answer.saying.settings.P237")).contains("new.example");
        JsonPath now = why(acme.apiKey(), mac);
        assertThat(now.getString("answer.told")).isEqualTo("nothing");
        assertThat(now.getString("ranges")).isNull();
    }

    @Test
    void aPilotsPhonesAreKnownAfterwards() {
        long range =
                by(acme.apiKey())
                        .body(
                                Map.of(
                                        "first",
                                        block + "0000",
                                        "last",
                                        block + "00ff",
                                        "targetServerId",
                                        server,
                                        "pilotMacs",
                                        List.of(mac)))
                        .post("/api/v1/ranges")
                        .jsonPath()
                        .getLong("id");
        approve(range);
        String pilot = Instant.now().toString();
        by(acme.apiKey()).post("/api/v1/ranges/" + range + "/activate").then().statusCode(200);

        assertThat(why(acme.apiKey(), mac + "?at=" + pilot).getString("answer.told"))
                .isEqualTo("redirection");
        assertThat(why(acme.apiKey(), block + "0002?at=" + pilot).getString("answer.told"))
                .isEqualTo("nothing");
    }

    @Test
    void anothersPhoneIsExplainedAsAnUnclaimedOne() {
        Customer rival = customer("Rival");
        approve(range(acme, block + "0000", block + "00ff", server));
        phoneUntil(200, "/gs/cfg" + mac);
        Soon.until(
                () -> why(Backends.OPERATOR_KEY, mac),
                seen -> seen.getString("lastContact.redirectedAt") != null);
        String then = Instant.now().toString();

        for (String time : List.of("", "?at=" + then)) {
            Map<String, Object> foreign = why(rival.apiKey(), mac + time).getMap("$");
            Map<String, Object> unclaimed = why(rival.apiKey(), block + "ff01" + time).getMap("$");
            assertThat(foreign.keySet()).isEqualTo(unclaimed.keySet());
            assertThat(foreign.get("answer")).isEqualTo(unclaimed.get("answer"));
        }
    }

    @Test
    void itIsSaidWhenTheAuditDoesNotReachBack() {
        JsonPath why = why(acme.apiKey(), mac + "?at=2020-01-01T00:00:00Z");
        assertThat(why.getString("notes[0]")).contains("does not reach back");

        by(acme.apiKey())
                .get("/api/v1/why/" + mac + "?at=yesterday")
                .then()
                .statusCode(422)
                .body("field", equalTo("at"));
        by(acme.apiKey())
                .get("/api/v1/why/" + mac + "?at=2999-01-01T00:00:00Z")
                .then()
                .statusCode(422);
        by(acme.apiKey()).get("/api/v1/why/nonsense").then().statusCode(422);
    }

    private static JsonPath why(String key, String what) {
        return by(key).get("/api/v1/why/" + what).then().statusCode(200).extract().jsonPath();
    }
}
