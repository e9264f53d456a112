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
import io.restassured.response.Response;
import java.util.Map;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/** What phones get, and what they do not get. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class PhonesDayTest extends PhoneDesk {
    @Test
    void aPhoneGetsItsSecretsOnceByItsWindowAndThenByItsToken() {
        phoneWithSecret(acme, mac);

        Response first = phone(base(acme) + "/cfg" + mac);
        first.then().statusCode(200).contentType("application/octet-stream");
        assertThat(value(first, "P34")).contains(SIP_PASSWORD);
        assertThat(value(first, "P47")).contains("sip.example");
        assertThat(value(first, "P212")).contains("1");
        assertThat(value(first, "P237").orElseThrow())
                .matches("config\\.example:8082/p/" + acme.pathKey() + "/[a-z2-7]{24}");

        assertNothing(phone(base(acme) + "/cfg" + mac));
        assertNothing(phone(base(acme) + "/cfg" + mac + ".xml"));
        assertNothing(phone(base(acme) + "/" + "a".repeat(24) + "/cfg" + mac));
        String own = ownDirectory(first);
        Response binary = phone(own + "/cfg" + mac.toUpperCase());
        assertThat(binary.asByteArray()).isEqualTo(first.asByteArray());
        phone(own + "/cfg" + mac + ".bin").then().statusCode(200);
        phone(own + "/cfg" + mac + ".xml")
                .then()
                .statusCode(200)
                .body("gs_provision.mac", equalTo(mac))
                .body("gs_provision.config.P34", equalTo(SIP_PASSWORD));
        RestAssured.given()
                .header("If-None-Match", binary.header("ETag"))
                .get(own + "/cfg" + mac)
                .then()
                .statusCode(304);
    }

    @Test
    void aTokenAdmitsToNobodyElsesFile() {
        String other = mac.substring(0, 6) + "20" + mac.substring(8);
        phoneWithSecret(acme, mac);
        phoneWithSecret(acme, other);
        String own = ownDirectory(phone(base(acme) + "/cfg" + mac));
        phone(base(acme) + "/cfg" + other).then().statusCode(200);
        Customer rival = PlayedRedirect.customer();

        assertNothing(phone(own + "/cfg" + other));
        assertNothing(phone(own.replace(acme.pathKey(), rival.pathKey()) + "/cfg" + mac));
        assertNothing(phone(base(rival) + "/cfg" + mac));
        assertNothing(phone("/p/nobodynobody/cfg" + mac));
    }

    @Test
    void lookingAtTheHeadersDoesNotSpendTheWindow() {
        phoneWithSecret(acme, mac);

        RestAssured.head(base(acme) + "/cfg" + mac).then().statusCode(200);
        RestAssured.head(base(acme) + "/cfg" + mac).then().statusCode(200);

        phone(base(acme) + "/cfg" + mac).then().statusCode(200);
        RestAssured.head(base(acme) + "/cfg" + mac).then().statusCode(404);
    }

    @Test
    void rearmingOpensTheWindowAndVoidsTheToken() {
        phoneWithSecret(acme, mac);
        String old = ownDirectory(phone(base(acme) + "/cfg" + mac));

        by(acme.apiKey())
                .post("/api/v1/devices/" + mac + "/rearm")
                .then()
                .statusCode(200)
                .body("window.state", equalTo("open"));

        headUntil(200, base(acme) + "/cfg" + mac);
        String fresh = ownDirectory(phone(base(acme) + "/cfg" + mac));
        assertThat(fresh).isNotEqualTo(old);
        assertNothing(phone(old + "/cfg" + mac));
        phone(fresh + "/cfg" + mac).then().statusCode(200);
    }

    @Test
    void aDeviceThatIsMadeAgainDoesNotGetItsOldTokenBack() {
        phoneWithSecret(acme, mac);
        String old = ownDirectory(phone(base(acme) + "/cfg" + mac));
        by(acme.apiKey()).delete("/api/v1/devices/" + mac).then().statusCode(204);
        headUntil(404, old + "/cfg" + mac);

        phoneWithSecret(acme, mac);

        String fresh = ownDirectory(phone(base(acme) + "/cfg" + mac));
        assertThat(fresh).isNotEqualTo(old);
        assertNothing(phone(old + "/cfg" + mac));
    }

    @Test
    void aFileWithoutSecretsIsForEverybodyAndHoldsNoToken() {
        put(acme, mac, Map.of("P47", "sip.example")).then().statusCode(201);

        Response file = phoneUntil(200, base(acme) + "/some/where/cfg" + mac);
        phone(base(acme) + "/cfg" + mac).then().statusCode(200);
        assertThat(value(file, "P237")).isEmpty();
    }

    @Test
    void whereTheProviderChoseOpenEverybodyIsAdmittedAndNoTokenIsGivenAway() {
        phoneWithSecret(acme, mac);
        phone(base(acme) + "/cfg" + mac).then().statusCode(200);
        assertNothing(phone(base(acme) + "/cfg" + mac));

        double openBefore = openProviders();
        admission(acme, "open");

        Response file = phoneUntil(200, base(acme) + "/cfg" + mac);
        assertThat(value(file, "P34")).contains(SIP_PASSWORD);
        assertThat(value(file, "P237")).isEmpty();
        assertThat(openProviders()).isEqualTo(openBefore + 1);
        by(acme.apiKey()).get("/api/v1/devices/" + mac).then().body("admission", equalTo("open"));
        admission(acme, "window");
        phoneUntil(404, base(acme) + "/cfg" + mac);
    }

    @Test
    void aDeviceIsLedToTheDirectoryThatRedirectSendsItTo() {
        PlayedRedirect.range(
                acme, mac, mac, "https://prov.acme.example/p/" + acme.pathKey() + "/site");
        phoneWithSecret(acme, mac);

        Response first = phone(base(acme) + "/cfg" + mac);

        assertThat(value(first, "P212")).contains("2");
        assertThat(value(first, "P237").orElseThrow())
                .startsWith("prov.acme.example/p/" + acme.pathKey() + "/site/");
        phone(ownDirectory(first) + "/cfg" + mac).then().statusCode(200);
    }

    @Test
    void aProviderThatLeadsItsDeviceElsewhereIsObeyed() {
        put(acme, mac, Map.of("P34", SIP_PASSWORD, "P237", "other.example/cfg"))
                .then()
                .statusCode(201);

        Response first = phoneUntil(200, base(acme) + "/cfg" + mac);

        assertThat(value(first, "P237")).contains("other.example/cfg");
        assertThat(value(first, "P212")).isEmpty();
    }

    @Test
    void everythingElseIsTheSameBareNothing() {
        phoneWithSecret(acme, mac);
        String dir = base(acme);

        for (String path :
                new String[] {
                    "/",
                    "/p",
                    "/p/",
                    dir,
                    dir + "/",
                    dir + "/cfg",
                    dir + "/x/cfg.txt",
                    dir + "/cfg" + mac + "/",
                    dir + "/..%2fcfg" + mac,
                    dir + "/%00/cfg" + mac,
                    dir + "//../cfg" + mac,
                    "/x" + dir + "/cfg" + mac
                }) {
            assertNothing(RestAssured.given().urlEncodingEnabled(false).get(path));
        }
        assertNothing(RestAssured.post(dir + "/cfg" + mac));
        phone(dir + "/cfg" + mac).then().statusCode(200);
    }

    @Test
    void whatWasFetchedAtADoorIsClosedForAllOfThem() {
        phoneWithSecret(acme, mac);
        phone(base(acme) + "/cfg" + mac).then().statusCode(200);

        Soon.until(
                () -> by(acme.apiKey()).get("/api/v1/devices/" + mac).<String>path("window.state"),
                "closed"::equals);
    }

    private static double openProviders() {
        return RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("fingerpost_admission_open_providers"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
