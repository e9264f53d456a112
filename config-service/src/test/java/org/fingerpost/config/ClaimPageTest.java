package org.fingerpost.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.config.Desk.by;
import static org.fingerpost.config.SelfService.batch;
import static org.fingerpost.config.SelfService.claim;
import static org.fingerpost.config.SelfService.page;
import static org.fingerpost.config.SelfService.pin;
import static org.fingerpost.config.SelfService.wrong;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.testkit.Backends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page for people, over HTTP. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class ClaimPageTest {
    private static final AtomicInteger COUNT = new AtomicInteger(0x10);

    @Inject AgroalDataSource database;

    private final Customer acme = PlayedRedirect.customer();
    private final String mac = mac();

    private static String mac() {
        return String.format("000b8263%04x", COUNT.getAndIncrement());
    }

    /** A provider is known once its key was taken. */
    private Response opened() {
        by(acme.apiKey()).get("/api/v1/pin-batches").then().statusCode(200);
        return RestAssured.get("/claim/" + acme.pathKey());
    }

    @Test
    void aPersonWithMacAndPinSetsUpAPhone() {
        String pin = pin(acme);
        opened().then().statusCode(200).contentType("text/html; charset=UTF-8");

        Response done =
                page(
                        acme,
                        Map.of(
                                "mac",
                                        "00 0B 82 63 "
                                                + mac.substring(8, 10)
                                                + " "
                                                + mac.substring(10),
                                "pin", pin.substring(0, 4) + " " + pin.substring(4)));

        done.then().statusCode(200).body(containsString(mac));
        assertThat(done.asString()).doesNotContain(pin, Desk.SIP_PASSWORD);
        by(acme.apiKey())
                .get("/api/v1/devices/" + mac)
                .then()
                .statusCode(200)
                .body("window.state", equalTo("open"));
        page(acme, Map.of("mac", mac, "pin", pin)).then().statusCode(200);
        page(acme, Map.of("mac", mac(), "pin", pin)).then().statusCode(422);
    }

    @Test
    void everyAnswerIsStrictAboutWhatABrowserMayDoWithIt() throws Exception {
        List<Response> answers =
                List.of(
                        opened(),
                        page(acme, Map.of()),
                        page(acme, Map.of("mac", mac, "pin", "31415926")),
                        RestAssured.get("/claim/nobody"));

        assertThat(answers).extracting(Response::statusCode).containsExactly(200, 422, 422, 404);
        for (Response answer : answers) {
            answer.then()
                    .contentType("text/html; charset=UTF-8")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "no-referrer")
                    .header("Cache-Control", "no-store");
            String policy = answer.header("Content-Security-Policy");
            assertThat(policy).startsWith("default-src 'none';").doesNotContain("unsafe");
            String html = answer.asString();
            String style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(style.getBytes(StandardCharsets.UTF_8));
            assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(hash));
            assertThat(answer.headers().hasHeaderWithName("Set-Cookie")).isFalse();
        }
    }

    @Test
    void aRefusalTellsNothingAndStandsBesideThePin() {
        String used = pin(acme);
        page(acme, Map.of("mac", mac, "pin", used)).then().statusCode(200);
        String other = mac();

        Response unknown = page(acme, Map.of("mac", other, "pin", wrong(used)));
        Response spent = page(acme, Map.of("mac", other, "pin", used));

        unknown.then().statusCode(422).body(containsString("id=\"pin-error\""));
        assertThat(spent.asString()).isEqualTo(unknown.asString());
        assertThat(unknown.asString())
                .contains("value=\"" + other + "\"", "aria-invalid=\"true\"")
                .doesNotContain(used, wrong(used));
    }

    @Test
    void aPinForAnyModelAsksForTheModel() {
        String pin = batch(acme, Map.of("count", 1)).path("pins[0].pin");
        Map<String, String> form = Map.of("mac", mac, "pin", pin);
        page(acme, form).then().statusCode(422).body(containsString("id=\"model-error\""));
        page(acme, Map.of("mac", mac, "pin", pin, "model", "GXP2169"))
                .then()
                .statusCode(422)
                .contentType("text/html")
                .body(containsString("not known"));

        page(acme, Map.of("mac", mac, "pin", pin, "model", "gxp2160")).then().statusCode(200);
    }

    @Test
    void aPhoneThatIsNotToBeHadIsSaidToBeSoWithoutAReason() {
        Desk.put(acme, mac, Map.of("P47", "secret.example")).then().statusCode(201);

        page(acme, Map.of("mac", mac, "pin", pin(acme)))
                .then()
                .statusCode(409)
                .contentType("text/html")
                .body(containsString("call your telephone provider"));
    }

    @Test
    void slipsAreNotCounted() {
        for (int i = 0; i < 30; i++) {
            page(acme, Map.of("mac", mac, "pin", "")).then().statusCode(422);
        }

        page(acme, Map.of("mac", mac, "pin", pin(acme))).then().statusCode(200);
    }

    @Test
    void atThePageGuessesAreCountedByAddressAndTheTelephoneStaysOpen() {
        String pin = pin(acme);
        for (int i = 0; i < 20; i++) {
            page(acme, Map.of("mac", mac(), "pin", wrong(pin))).then().statusCode(422);
        }

        Response locked = page(acme, Map.of("mac", mac(), "pin", pin));

        locked.then().statusCode(429).contentType("text/html");
        assertThat(locked.header("Retry-After")).isNotBlank();
        claim(acme, mac(), pin).then().statusCode(201);
    }

    @Test
    void thePageIsClosedByItsOwnFailuresAlone() throws SQLException {
        String pin = pin(acme);
        page(acme, Map.of("mac", mac(), "pin", wrong(pin))).then().statusCode(422);
        new ClaimCounts(database).set(acme, "page", 100);

        page(acme, Map.of("mac", mac(), "pin", pin)).then().statusCode(429);
        claim(acme, mac(), pin).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/claim",
                "/claim/",
                "/claim/%2e%2e/api/v1/devices",
                "/claim/../api/v1/devices",
                "/claim/x/cfg000b82630001",
                "/claim/x%00",
                "/Claim/x"
            })
    void whatIsNotThePageIsAPhonesAndThereIsNothing(String path) {
        for (Response answer :
                List.of(
                        RestAssured.given().urlEncodingEnabled(false).get(path),
                        RestAssured.given().urlEncodingEnabled(false).post(path))) {
            answer.then().statusCode(404).header("Content-Length", equalTo("0"));
        }
        RestAssured.put("/claim/x").then().statusCode(404).header("Content-Length", equalTo("0"));
    }

    @Test
    void whatIsNoFormOrTooLargeIsRefused() {
        opened().then().statusCode(200);
        RestAssured.given()
                .contentType("application/json")
                .body("{}")
                .post("/claim/" + acme.pathKey())
                .then()
                .statusCode(415);
        page(acme, Map.of("mac", "0".repeat(100_000)))
                .then()
                .statusCode(413)
                .contentType("text/html");
        RestAssured.head("/claim/" + acme.pathKey()).then().statusCode(200);
    }
}
