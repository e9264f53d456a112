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
import static org.fingerpost.config.Desk.value;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/** Whose secrets go by TFTP, because the provider has said so. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class TftpSecretsTest {
    private static final String TFTP = "/api/v1/admission/tftp";
    private static final AtomicInteger COUNT = new AtomicInteger(0x10);

    private final String mac = String.format("000b8271%04x", COUNT.getAndAdd(2));
    private final String neighbour = String.format("000b8271%04x", COUNT.get() - 1);
    private final Customer acme = PlayedRedirect.customer();
    private final String file = base(acme) + "/cfg" + mac;

    @Test
    void inTheRangeTheFileGoesByTftpAndNobodyOnTheWayMayKeepIt() {
        admission(acme, "open");
        phoneWithSecret(acme, mac);
        phoneWithSecret(acme, neighbour);
        let(acme, mac, mac);

        Response told = overTftpUntil(200, file);
        assertThat(value(told, "P34")).contains(SIP_PASSWORD);
        assertThat(told.header("ETag")).isNull();
        told.then().header("Cache-Control", equalTo("no-store"));
        overTftp(base(acme) + "/cfg" + neighbour).then().statusCode(404);

        assertThat(phone(file).header("ETag")).as("over HTTP it has one as ever").isNotNull();
    }

    @Test
    void itIsAdmittedThereAsOverHttpByTheWindowOnceAndByTheTokenAlways() {
        phoneWithSecret(acme, mac);
        headUntil(200, file);
        let(acme, mac, mac);

        Response first = overTftpUntil(200, file);
        assertThat(value(first, "P34")).contains(SIP_PASSWORD);
        assertThat(first.header("ETag")).isNull();
        Soon.until(() -> overTftp(file).statusCode(), status -> status == 404);
        String own = ownDirectory(first) + "/cfg" + mac;
        Response second = overTftp(own);
        second.then().statusCode(200);
        assertThat(second.header("ETag")).isNull();
        assertThat(phone(own).header("ETag")).isNotNull();
    }

    @Test
    void takenBackNothingLeavesAnyMore() {
        admission(acme, "open");
        phoneWithSecret(acme, mac);
        let(acme, mac, neighbour);
        overTftpUntil(200, file);
        by(acme.apiKey()).delete(TFTP).then().statusCode(200).body("tftp", hasSize(0));
        overTftpUntil(404, file);
        phoneUntil(200, file);
    }

    @Test
    void oneProvidersWordIsNoOthers() {
        Customer rival = PlayedRedirect.customer();
        admission(acme, "open");
        phoneWithSecret(acme, mac);
        phoneUntil(200, file);
        let(rival, mac, neighbour);
        by(rival.apiKey()).get(TFTP).then().body("ranges[0].first", equalTo(mac));
        by(acme.apiKey()).get(TFTP).then().body("ranges", hasSize(0));
        overTftp(file).then().statusCode(404);
    }

    @Test
    void whyAndTheAuditTellOfIt() {
        phoneWithSecret(acme, mac);
        headUntil(200, file);
        why().body("secretsByTftp", equalTo(false));
        let(acme, "00:0B:82:" + mac.substring(6, 8) + ":00:00", neighbour);
        why().body("secretsByTftp", equalTo(true));
        assertThat(by(acme.apiKey()).get("/api/v1/audit").asString())
                .contains("tftp-ranges-changed");
        by(acme.apiKey())
                .get("/api/v1/admission")
                .then()
                .body("tftp[0].last", equalTo(neighbour))
                .body("mode", equalTo("window"));
    }

    @Test
    void rangesThatCrossOrEndBeforeTheyBeginOrAreTooManyAreRefusedAndNothingChanges() {
        let(acme, mac, mac);
        refused("tftp-ranges-overlap", List.of(range(mac, neighbour), range(neighbour, neighbour)));
        refused("no-such-range", List.of(range(neighbour, mac)));
        refused("no-such-range", List.of(range("000b82", mac)));
        refused("no-such-range", List.of(range("000000000000", mac)));
        refused(
                "too-many-tftp-ranges",
                IntStream.range(0, 101)
                        .mapToObj(i -> String.format("000b8272%04x", i))
                        .map(each -> range(each, each))
                        .toList());
        by(acme.apiKey()).body(Map.of()).put(TFTP).then().statusCode(422);
        by(acme.apiKey())
                .get(TFTP)
                .then()
                .body("ranges", hasSize(1))
                .body("ranges[0].first", equalTo(mac));
    }

    private ValidatableResponse why() {
        return by(acme.apiKey()).get("/api/v1/devices/" + mac + "/why").then().statusCode(200);
    }

    private void refused(String code, List<Map<String, String>> ranges) {
        by(acme.apiKey())
                .body(Map.of("ranges", ranges))
                .put(TFTP)
                .then()
                .statusCode(422)
                .body("type", endsWith(code));
    }

    private static void let(Customer customer, String first, String last) {
        by(customer.apiKey())
                .body(Map.of("ranges", List.of(range(first, last))))
                .put(TFTP)
                .then()
                .statusCode(200);
    }

    private static Map<String, String> range(String first, String last) {
        return Map.of("first", first, "last", last);
    }

    private static Response overTftp(String path) {
        return RestAssured.given().header("Fingerpost-Transport", "tftp").get(path);
    }

    private static Response overTftpUntil(int status, String path) {
        return Soon.until(() -> overTftp(path), told -> told.statusCode() == status);
    }
}
