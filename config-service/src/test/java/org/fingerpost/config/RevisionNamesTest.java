package org.fingerpost.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.config.Desk.base;
import static org.fingerpost.config.Desk.by;
import static org.fingerpost.config.Desk.ownDirectory;
import static org.fingerpost.config.Desk.phone;
import static org.fingerpost.config.Desk.phoneUntil;
import static org.fingerpost.config.Desk.value;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Contract;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/** Revisions side by side, as the manual's {@code gs_cfg000b82000001_cfg003}. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class RevisionNamesTest {
    private static final String NAMES = "/api/v1/revision-names";
    private static final AtomicInteger COUNT = new AtomicInteger(1);

    private final String mac = String.format("000b8272%04x", COUNT.getAndIncrement());
    private final Customer acme = PlayedRedirect.customer();
    private final String device = "/api/v1/devices/" + mac;

    @Test
    void aPhoneMovesBetweenWhatIsNamedAndTheNewestAndBack() {
        publish("provider", Map.of("settings", Map.of("P47", "old.example", "P64", "CET")));
        device("Anna");
        name("autumn", Map.of("prefix", "gs_", "postfix", "_cfg003"))
                .statusCode(201)
                .body("sheets.findAll { it.owner == 'provider' }.sheet", contains("provider"))
                .body("sheets.findAll { it.owner == 'provider' }.revision", contains(1));
        publish("provider", Map.of("settings", Map.of("P47", "new.example")));
        publish("model/GXP2160", Map.of("settings", Map.of("P30", "later.example")));

        told("/cfg" + mac, "P47", "new.example");
        Response named = told("/gs_cfg" + mac + "_cfg003", "P47", "old.example");
        assertThat(value(named, "P64")).contains("CET");
        assertThat(value(named, "P30")).isEmpty();
        assertThat(phone(base(acme) + "/gs_cfg" + mac + "_cfg003.xml").asString())
                .isEqualTo(phone(base(acme) + "/gs_cfg" + mac + ".xml_cfg003").asString())
                .contains("<P47>old.example</P47>", "<P3>Anna</P3>");
        assertThat(value(phone(base(acme) + "/cfg" + mac + "_other"), "P47"))
                .contains("new.example");

        device("Berta");
        told("/GS_CFG" + mac + "_Cfg003", "P3", "Berta");
        by(acme.apiKey())
                .get(device + "/why?file=gs_cfg" + mac + "_cfg003")
                .then()
                .body("values.find { it.p == 'P47' }.value", equalTo("old.example"))
                .body("values.find { it.p == 'P47' }.revision", equalTo(1));
        by(acme.apiKey())
                .get(device + "/why?file=cfg" + mac)
                .then()
                .body("values.find { it.p == 'P47' }.revision", equalTo(2));
        by(acme.apiKey())
                .get(device + "/why?draft=provider&file=gs_cfg" + mac + "_cfg003")
                .then()
                .statusCode(422)
                .body("type", endsWith("named-revision-is-of-now"));

        by(acme.apiKey()).delete(NAMES + "/autumn").then().statusCode(204);
        told("/gs_cfg" + mac + "_cfg003", "P47", "new.example");
        Soon.until(() -> gone(), keys -> keys.contains("held-sheet/" + acme.id() + "/provider/1"));
    }

    @Test
    void aNameIsGivenOnceAndNeverChanges() {
        publish("provider", Map.of("settings", Map.of("P47", "one.example")));
        publish("provider", Map.of("settings", Map.of("P47", "two.example")));
        Map<String, ?> first = Map.of("postfix", "_1", "sheets", Map.of("provider", 1));
        name("first", first).statusCode(201);
        name("first", first).statusCode(200).body("postfix", equalTo("_1"));
        name("first", Map.of("postfix", "_2"))
                .statusCode(409)
                .body("type", endsWith("revision-named"));
        name("first", Map.of("postfix", "_1", "sheets", Map.of("provider", 2))).statusCode(409);
        name("other", Map.of("postfix", "_1"))
                .statusCode(409)
                .body("type", endsWith("affix-taken"));
        name("other", Map.of("postfix", "_2", "sheets", Map.of("provider", 9)))
                .statusCode(422)
                .body("type", endsWith("no-such-revision"));
        name("other", Map.of("postfix", ".xml")).statusCode(422);
        name("other", Map.of()).statusCode(422);
        device("Anna");
        told("/cfg" + mac + "_1", "P47", "one.example");

        Customer rival = PlayedRedirect.customer();
        by(rival.apiKey()).get(NAMES).then().body("$", hasSize(0));
        by(rival.apiKey()).delete(NAMES + "/first").then().statusCode(404);
        by(acme.apiKey()).get(NAMES).then().body("name", contains("first"));
        by(acme.apiKey())
                .get("/api/v1/audit")
                .then()
                .body("findAll { it.action == 'revision-named' }", hasSize(1));
    }

    @Test
    void aSecretThatOnlyANamedRevisionHoldsLeavesByAdmissionAndFollowsTheProvidersKey() {
        publish("provider", Map.of("settings", Map.of("P34", "s3cret-of-autumn")));
        name("autumn", Map.of("postfix", "_a")).statusCode(201);
        publish("provider", Map.of("settings", Map.of("P47", "new.example")));
        device("Anna");
        told("/cfg" + mac, "P47", "new.example");
        Response first = phoneUntil(200, base(acme) + "/cfg" + mac + "_a");
        assertThat(value(first, "P34")).contains("s3cret-of-autumn");
        phone(base(acme) + "/cfg" + mac + "_a").then().statusCode(404);
        Soon.until(
                () -> by(acme.apiKey()).get(device),
                answer -> answer.jsonPath().getString("window.state").equals("closed"));
        String own = ownDirectory(first);

        by(acme.apiKey()).post("/api/v1/keys/rotate").then().statusCode(200);
        Soon.until(
                () -> by(acme.apiKey()).delete("/api/v1/keys/k1").statusCode(),
                status -> status == 200);
        Soon.until(
                () -> value(phone(own + "/cfg" + mac + "_a"), "P34"),
                Optional.of("s3cret-of-autumn")::equals);
        assertThat(held()).anyMatch(record -> record.value().contains("\"k2\""));
        held().forEach(Contract::holdsForState);
    }

    private List<ConsumerRecord<String, String>> held() {
        return Contract.read("fingerpost.config.state").stream()
                .filter(record ->
                        record.key().startsWith("held-sheet/" + acme.id() + "/")
                                || record.key().startsWith("revision-name/" + acme.id() + "/"))
                .toList();
    }

    private Set<String> gone() {
        return held().stream()
                .filter(record -> record.headers().lastHeader("ce_gone") != null)
                .map(ConsumerRecord::key)
                .collect(Collectors.toSet());
    }

    private ValidatableResponse name(String name, Map<String, ?> body) {
        return by(acme.apiKey()).body(body).put(NAMES + "/" + name).then();
    }

    private void device(String who) {
        Response answer =
                by(acme.apiKey())
                        .body(Map.of("model", "GXP2160", "settings", Map.of("P3", who)))
                        .put(device);
        assertThat(answer.statusCode()).isIn(200, 201);
    }

    private void publish(String sheet, Map<String, ?> body) {
        by(acme.apiKey())
                .body(body)
                .put("/api/v1/sheets/" + sheet + "/draft")
                .then()
                .statusCode(200);
        by(acme.apiKey())
                .body(Map.of())
                .post("/api/v1/sheets/" + sheet + "/publish")
                .then()
                .statusCode(200);
    }

    /** What the door gives by this name, once it says so. */
    private Response told(String file, String p, String text) {
        return Soon.until(
                () -> phoneUntil(200, base(acme) + file),
                answer -> value(answer, p).equals(Optional.of(text)));
    }
}
