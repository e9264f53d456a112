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

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Contract;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets a file with secrets, in each mode, and what the others see. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class AdmissionTest extends AdmissionDesk {
    @Test
    void byTokenNeitherTheWindowNorALoginAdmitsAndTheHandedTokenDoes() {
        phoneWithSecret(acme, mac);
        admission(acme, "token");
        headUntil(404, base(acme) + file);

        assertNothing(phone(base(acme) + file));
        assertNothing(asking(base(acme) + file, mac, derivedPassword()));
        String directory =
                by(acme.apiKey())
                        .post("/api/v1/devices/" + mac + "/token")
                        .then()
                        .statusCode(200)
                        .header("Cache-Control", "no-store")
                        .extract()
                        .path("directory");
        assertThat(directory)
                .matches("http://config\\.example:8082/p/" + acme.pathKey() + "/[a-z2-7]{24}");
        String own = directory.substring(directory.indexOf("/p/"));
        Response served = phone(own + file);
        served.then().statusCode(200);
        assertThat(value(served, "P34")).contains(SIP_PASSWORD);
        assertThat("http://" + value(served, "P237").orElseThrow()).isEqualTo(directory);
        phone(own + file).then().statusCode(200);
    }

    @Test
    void theSightingSaysByWhatThePhoneShowedThatItIsThatOne() {
        admission(acme, "basic");
        phoneWithSecret(acme, mac);
        phone(base(acme) + file).then().statusCode(200);
        asking(base(acme) + file, mac, "wrong-password").then().statusCode(404);
        asking(base(acme) + file, mac, derivedPassword()).then().statusCode(200);
        String directory =
                by(acme.apiKey())
                        .post("/api/v1/devices/" + mac + "/token")
                        .then()
                        .extract()
                        .path("directory");
        phone(directory.substring(directory.indexOf("/p/")) + file).then().statusCode(200);

        List<String> told =
                Soon.until(
                        () ->
                                Contract.read("fingerpost.sightings").stream()
                                        .filter(each -> mac.equals(each.key()))
                                        .map(ConsumerRecord::value)
                                        .toList(),
                        all -> all.stream().anyMatch(each -> each.contains("\"proof\":\"token\"")));
        for (String proof : List.of("window", "login", "token")) {
            assertThat(told)
                    .filteredOn(each -> each.contains("\"proof\":\"" + proof + "\""))
                    .as(proof)
                    .isNotEmpty()
                    .allMatch(each -> each.contains("\"outcome\":\"served\""));
        }
        assertThat(told)
                .filteredOn(each -> !each.contains("\"outcome\":\"served\""))
                .as("refused")
                .isNotEmpty()
                .noneMatch(each -> each.contains("\"proof\""));
    }

    @Test
    void aDeviceKeepsItsTokenWhenItsProviderGoesOverToLogins() {
        phoneWithSecret(acme, mac);
        String own = ownDirectory(phone(base(acme) + file));
        admission(acme, "basic");
        Soon.until(() -> phone(base(acme) + file).statusCode(), status -> status == 401);

        Response served = phone(own + file);

        served.then().statusCode(200);
        assertThat(value(served, "P1361")).contains(derivedPassword());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"mode\":\"ajar\"}",
                "{\"mode\":[\"open\"]}",
                "{\"mode\":null,\"groups\":[null,{\"group\":null,\"mode\":\"open\"}]}",
                "[]"
            })
    void modesThatCannotBeReadAreTheWindowAndNeverOpen(String state) {
        PlayedRedirect.admission(acme, state);
        phoneWithSecret(acme, mac);

        phone(base(acme) + file).then().statusCode(200);
        assertNothing(phone(base(acme) + file));
    }

    @Test
    void whatIsHandedOutAndChosenIsInTheAuditWithoutTheSecrets() {
        phoneWithSecret(acme, mac);
        by(acme.apiKey()).post("/api/v1/devices/" + mac + "/token").then().statusCode(200);
        String derived = derivedPassword();
        by(acme.apiKey())
                .body(Map.of("password", "chosen-by-Acme!"))
                .put("/api/v1/devices/" + mac + "/login")
                .then()
                .statusCode(200);
        changeGroup("berlin", "basic").then().statusCode(200);

        JsonPath trail =
                Soon.until(
                        () -> by(acme.apiKey()).get("/api/v1/audit").jsonPath(),
                        seen -> seen.getList("$").size() >= 4);

        assertThat(trail.getList("action"))
                .containsExactly(
                        "device-token-shown",
                        "device-login-shown",
                        "device-login-chosen",
                        "group-admission-changed");
        assertThat(trail.getString("[3].after.group")).isEqualTo("berlin");
        assertThat(trail.prettify()).doesNotContain(derived, "chosen-by-Acme!");
    }

    @Test
    void nobodyElseIsHandedATokenOrALogin() {
        phoneWithSecret(acme, mac);
        Customer rival = PlayedRedirect.customer();
        for (String proof : List.of("token", "login")) {
            String path = "/api/v1/devices/" + mac + "/" + proof;
            by(rival.apiKey()).post(path).then().statusCode(404);
            by(Backends.OPERATOR_KEY).post(path).then().statusCode(403);
            RestAssured.post(path).then().statusCode(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"window", "token", "basic", "open"})
    void byTftpNoSecretLeavesAndNoWindowIsSpent(String mode) {
        phoneWithSecret(acme, mac);
        overTftp(base(acme) + file).then().statusCode(404);
        String own = ownDirectory(phoneUntil(200, base(acme) + file));
        overTftp(own + file).then().statusCode(404);
        overTftp(own + "/cfg.xml").then().statusCode(404);
        phone(own + file).then().statusCode(200);

        admission(acme, mode);
        phoneUntil("basic".equals(mode) ? 401 : "open".equals(mode) ? 200 : 404, base(acme) + file);
        Response refused = overTftp(base(acme) + file);
        assertThat(refused.statusCode()).isIn(401, 404);
        assertThat(refused.asByteArray()).isEmpty();
    }

    @Test
    void byTftpAFileWithoutSecretsLeaves() {
        put(acme, mac, Map.of("P47", "sip.example")).then().statusCode(201);
        headUntil(200, base(acme) + file);
        assertThat(value(overTftp(base(acme) + file), "P47")).contains("sip.example");
    }

    private static Response overTftp(String path) {
        return RestAssured.given().header("Fingerpost-Transport", "tftp").get(path);
    }
}
