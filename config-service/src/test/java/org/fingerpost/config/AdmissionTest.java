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
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Contract;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets a file with secrets, in each mode, and what the others see. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class AdmissionTest {
    private static final AtomicInteger COUNT = new AtomicInteger(0x10);
    private static final String NOBODYS = "000b827fffff";

    private final String mac = String.format("000b8270%04x", COUNT.getAndIncrement());
    private final Customer acme = PlayedRedirect.customer();
    private final String file = "/cfg" + mac;

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
    void byLoginTheFirstFileBringsNameAndPasswordAndTheyAdmit() {
        admission(acme, "basic");
        put(acme, mac, Map.of("P34", SIP_PASSWORD)).then().statusCode(201);

        Response first = phoneUntil(200, base(acme) + file);
        assertThat(value(first, "P1360")).contains(mac);
        String password = value(first, "P1361").orElseThrow();
        assertThat(password).matches("[a-z2-7]{24}");
        assertThat(value(first, "P237")).isEmpty();

        assertAsked(phone(base(acme) + file));
        Response second = asking(base(acme) + file, mac, password);
        second.then().statusCode(200);
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        asking(base(acme) + file + ".xml", mac, password).then().statusCode(200);
        assertThat(password).isEqualTo(derivedPassword());
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
    void whereLoginsAreAskedForNobodyLearnsWhichAddressesHavePhones() {
        admission(acme, "basic");
        phoneWithSecret(acme, mac);
        phone(base(acme) + file).then().statusCode(200);

        for (String path :
                List.of(file, file + ".xml", "/cfg" + NOBODYS, "/cfg" + NOBODYS + ".bin")) {
            assertAsked(phone(base(acme) + path));
            assertAsked(withHeader("Basic ???", base(acme) + path));
            assertAsked(withHeader("Bearer fp_1_x", base(acme) + path));
            assertNothing(asking(base(acme) + path, mac, "wrong-password"));
            assertNothing(asking(base(acme) + path, "", ""));
        }
        assertNothing(phone("/p/nobodynobody" + file));
        assertNothing(phone(base(acme) + "/cfg.xml"));
    }

    @Test
    void aLoginAdmitsToNobodyElsesFile() {
        String other = mac.substring(0, 6) + "71" + mac.substring(8);
        Customer rival = PlayedRedirect.customer();
        admission(acme, "basic");
        admission(rival, "basic");
        phoneWithSecret(acme, mac);
        phoneWithSecret(acme, other);
        phone(base(acme) + "/cfg" + other).then().statusCode(200);
        String password = value(phone(base(acme) + file), "P1361").orElseThrow();

        assertNothing(asking(base(acme) + "/cfg" + other, mac, password));
        assertNothing(asking(base(acme) + "/cfg" + other, other, password));
        assertNothing(asking(base(rival) + file, mac, password));
        asking(base(acme) + file, mac, password).then().statusCode(200);
    }

    @Test
    void aChosenLoginTakesThePlaceOfTheDerivedOneUntilTheDeviceIsRearmed() {
        admission(acme, "basic");
        phoneWithSecret(acme, mac);
        phone(base(acme) + file).then().statusCode(200);
        String derived = derivedPassword();

        by(acme.apiKey())
                .body(Map.of("user", "desk-12", "password", "chosen-by-Acme!"))
                .put("/api/v1/devices/" + mac + "/login")
                .then()
                .statusCode(200)
                .body("user", equalTo("desk-12"))
                .body("password", not(containsString("chosen-by-Acme!")));

        Response served =
                Soon.until(
                        () -> asking(base(acme) + file, "desk-12", "chosen-by-Acme!"),
                        answer -> answer.statusCode() == 200);
        assertThat(value(served, "P1361")).contains("chosen-by-Acme!");
        assertNothing(asking(base(acme) + file, mac, derived));
        assertThat(login().getBoolean("chosen")).isTrue();
        assertThat(login().prettify()).doesNotContain("chosen-by-Acme!");

        by(acme.apiKey()).post("/api/v1/devices/" + mac + "/rearm").then().statusCode(200);
        headUntil(200, base(acme) + file);
        Response fresh = phone(base(acme) + file);
        assertThat(value(fresh, "P1361").orElseThrow()).isNotIn(derived, "chosen-by-Acme!");
        assertNothing(asking(base(acme) + file, "desk-12", "chosen-by-Acme!"));
    }

    @Test
    void aLoginThatIsTakenBackLeavesTheDerivedOne() {
        put(acme, mac, Map.of("P34", SIP_PASSWORD)).then().statusCode(201);
        by(acme.apiKey())
                .body(Map.of("password", "chosen-by-Acme!"))
                .put("/api/v1/devices/" + mac + "/login")
                .then()
                .statusCode(200)
                .body("user", equalTo(mac));
        by(acme.apiKey()).delete("/api/v1/devices/" + mac + "/login").then().statusCode(204);

        assertThat(login().getBoolean("chosen")).isFalse();
        assertThat(derivedPassword()).matches("[a-z2-7]{24}");
    }

    @ParameterizedTest
    @CsvSource({
        "desk 12, long-enough-password, user",
        "a:b, long-enough-password, user",
        "desk-12, short, password",
        "desk-12, pass word pass word, password"
    })
    void aLoginThatPhonesCannotCarryOrThatCanBeGuessedIsRefused(
            String user, String password, String named) {
        put(acme, mac, Map.of("P34", SIP_PASSWORD)).then().statusCode(201);

        Response answer =
                by(acme.apiKey())
                        .body(Map.of("user", user, "password", password))
                        .put("/api/v1/devices/" + mac + "/login");

        answer.then().statusCode(422).body("detail", containsString(named));
        assertThat(answer.asString()).doesNotContain(password);
        assertThat(login().getBoolean("chosen")).isFalse();
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

    @Test
    void aGroupMayHaveAModeOfItsOwnUntilItLeavesIt() {
        changeGroup("berlin", "token").then().statusCode(200).body("mode", equalTo("window"));
        changeGroup("berlin.mitte", "open").then().body("groups.size()", equalTo(2));
        by(acme.apiKey())
                .get("/api/v1/admission/groups/berlin")
                .then()
                .statusCode(200)
                .body("mode", equalTo("token"));
        by(acme.apiKey()).get("/api/v1/admission/groups/paris").then().statusCode(404);

        by(acme.apiKey())
                .delete("/api/v1/admission/groups/berlin.mitte")
                .then()
                .statusCode(200)
                .body("groups", equalTo(Map.of("berlin", "token")));
        by(PlayedRedirect.customer().apiKey())
                .get("/api/v1/admission")
                .then()
                .body("groups", equalTo(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-berlin", "ber%20lin", "%C3%BCber"})
    void aGroupWithAnImpossibleNameIsRefused(String group) {
        RestAssured.given()
                .auth()
                .oauth2(acme.apiKey())
                .contentType("application/json")
                .urlEncodingEnabled(false)
                .body(Map.of("mode", "open"))
                .put("/api/v1/admission/groups/" + group)
                .then()
                .statusCode(422);
        by(acme.apiKey()).get("/api/v1/admission").then().body("groups", equalTo(Map.of()));
    }

    @Test
    void oneGroupThatAsksForLoginsMakesAllAddressesOfTheProviderAsk() {
        phoneWithSecret(acme, mac);
        phone(base(acme) + file).then().statusCode(200);
        assertNothing(phone(base(acme) + "/cfg" + NOBODYS));

        changeGroup("berlin", "basic").then().statusCode(200);

        Soon.until(
                () -> phone(base(acme) + "/cfg" + NOBODYS).statusCode(), status -> status == 401);
        assertAsked(phone(base(acme) + file));
        // This device is in no group, so a login does not help it.
        assertNothing(asking(base(acme) + file, mac, derivedPassword()));
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

    private Response changeGroup(String group, String mode) {
        return by(acme.apiKey())
                .body(Map.of("mode", mode))
                .put("/api/v1/admission/groups/" + group);
    }

    private JsonPath login() {
        return by(acme.apiKey())
                .post("/api/v1/devices/" + mac + "/login")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String derivedPassword() {
        return login().getString("password");
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

    private static Response asking(String path, String user, String password) {
        return RestAssured.given().auth().preemptive().basic(user, password).get(path);
    }

    private static Response withHeader(String authorization, String path) {
        return RestAssured.given().header("Authorization", authorization).get(path);
    }

    private static void assertAsked(Response answer) {
        answer.then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Basic realm=\"phones\""))
                .header("Content-Length", equalTo("0"));
    }

    private static void assertNothing(Response answer) {
        answer.then().statusCode(404).header("Content-Length", equalTo("0"));
        assertThat(answer.header("WWW-Authenticate")).isNull();
    }
}
