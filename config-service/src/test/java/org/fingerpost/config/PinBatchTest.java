package org.fingerpost.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.config.Desk.SIP_PASSWORD;
import static org.fingerpost.config.Desk.by;
import static org.fingerpost.config.SelfService.batch;
import static org.fingerpost.config.SelfService.claim;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.testkit.Backends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PINs are made, shown once, counted and voided. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class PinBatchTest {
    private final Customer acme = PlayedRedirect.customer();

    @Inject AgroalDataSource database;

    @Test
    void pinsAreShownOnceAndCountedAfterwards() throws SQLException {
        Response made =
                batch(
                        acme,
                        Map.of(
                                "validFor", "P7D",
                                "settings", Map.of("P34", SIP_PASSWORD),
                                "pins",
                                        List.of(
                                                Map.of(
                                                        "number",
                                                        "+49 30 1234",
                                                        "settings",
                                                        Map.of("P35", "1234")),
                                                Map.of())));

        made.then()
                .statusCode(201)
                .body("count", equalTo(2))
                .body("digits", equalTo(8))
                .body("counts.open", equalTo(2))
                .body("pins", hasSize(2))
                .body("pins[0].number", equalTo("+49301234"))
                .body("pins[1].number", nullValue())
                .body("$", not(containsString(SIP_PASSWORD)));
        List<String> pins = made.path("pins.pin");
        assertThat(pins).allMatch(pin -> pin.matches("[0-9]{8}")).doesNotHaveDuplicates();
        Response later = by(acme.apiKey()).get("/api/v1/pin-batches/" + made.path("id"));
        later.then()
                .statusCode(200)
                .body("pins", nullValue())
                .body("madeAt", equalTo(made.path("madeAt")));
        by(acme.apiKey()).get("/api/v1/pin-batches").then().body("id", hasSize(1));
        String rows = dump("pin") + dump("pin_batch");
        assertThat(rows).contains("49301234").doesNotContain(pins).doesNotContain(SIP_PASSWORD);
    }

    @Test
    void tenThousandPinsAreAllDifferent() {
        Response made = batch(acme, Map.of("count", 10_000, "digits", 6));

        made.then().statusCode(201).body("counts.open", equalTo(10_000));
        List<String> pins = made.path("pins.pin");
        assertThat(new HashSet<>(pins)).hasSize(10_000);
        // One more, and a guess would be right more often than one time in a hundred.
        batch(acme, Map.of("count", 1, "digits", 6))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:fingerpost:problem:pins-too-dense"));
        batch(acme, Map.of("count", 1, "digits", 7)).then().statusCode(201);
        batch(PlayedRedirect.customer(), Map.of("count", 1, "digits", 6)).then().statusCode(201);
    }

    @Test
    void aBatchThatIsVoidOpensNothingAndItsClaimedPhonesStay() throws SQLException {
        Response made = batch(acme, Map.of("count", 1_500, "model", "GXP2160"));
        List<String> pins = made.path("pins.pin");
        String path = "/api/v1/pin-batches/" + made.path("id");
        claim(acme, "000b82600001", pins.get(0)).then().statusCode(201);

        by(acme.apiKey()).delete(path).then().statusCode(204);

        by(acme.apiKey())
                .get(path)
                .then()
                .body("counts.open", equalTo(0))
                .body("counts.used", equalTo(1))
                .body("counts.voided", equalTo(1_499))
                .body("voidedAt", notNullValue());
        claim(acme, "000b82600002", pins.get(1)).then().statusCode(422);
        claim(acme, "000b82600001", pins.get(0)).then().statusCode(200);
        by(acme.apiKey()).get("/api/v1/devices/000b82600001").then().statusCode(200);
        by(acme.apiKey()).delete(path).then().statusCode(204);
    }

    @Test
    void pinsExpire() throws SQLException {
        Response made = batch(acme, Map.of("count", 3, "validFor", "PT1H", "model", "GXP2160"));
        String path = "/api/v1/pin-batches/" + made.path("id");
        claim(acme, "000b82600010", made.path("pins[0].pin")).then().statusCode(201);

        anHourPasses(made.path("id"));

        by(acme.apiKey())
                .get(path)
                .then()
                .body("counts.expired", equalTo(2))
                .body("counts.used", equalTo(1));
        claim(acme, "000b82600011", made.path("pins[1].pin")).then().statusCode(422);
        claim(acme, "000b82600010", made.path("pins[0].pin")).then().statusCode(200);
    }

    @Test
    void aProviderSeesOnlyItsOwnBatches() {
        long id = batch(acme, Map.of("count", 1)).jsonPath().getLong("id");
        Customer rival = PlayedRedirect.customer();

        by(rival.apiKey()).get("/api/v1/pin-batches/" + id).then().statusCode(404);
        by(rival.apiKey()).delete("/api/v1/pin-batches/" + id).then().statusCode(404);
        by(rival.apiKey()).get("/api/v1/pin-batches").then().body("", hasSize(0));
        by(acme.apiKey()).get("/api/v1/pin-batches/" + id).then().body("counts.open", equalTo(1));
        by(Backends.OPERATOR_KEY).get("/api/v1/pin-batches").then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count    | {}",
                "count    | {\"count\":0}",
                "count    | {\"count\":10001}",
                "count    | {\"count\":2,\"pins\":[{}]}",
                "pins     | {\"pins\":[]}",
                "digits   | {\"count\":1,\"digits\":5}",
                "digits   | {\"count\":1,\"digits\":11}",
                "validFor | {\"count\":1,\"validFor\":\"soon\"}",
                "validFor | {\"count\":1,\"validFor\":\"PT59S\"}",
                "validFor | {\"count\":1,\"validFor\":\"P367D\"}",
                "validFor |"
                    + " {\"count\":1,\"validFor\":\"P1D\",\"expiresAt\":\"2099-01-01T00:00:00Z\"}",
                "expiresAt | {\"count\":1,\"expiresAt\":\"2001-01-01T00:00:00Z\"}",
                "model    | {\"count\":1,\"model\":\"GXP9\"}",
                "P34      | {\"count\":1,\"settings\":{\"P34\":\"••••••\"}}",
                "P047     | {\"count\":1,\"settings\":{\"P047\":\"a\"}}",
                "number   | {\"pins\":[{\"number\":\"call me\"}]}",
                "null     | {\"pins\":[null]}",
                "colour   | {\"count\":1,\"colour\":\"red\"}"
            })
    void aBatchThatCannotBeIsRefusedWithItsPlaceAndReason(String named, String body) {
        by(acme.apiKey())
                .body(body)
                .post("/api/v1/pin-batches")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("detail", containsString(named));
        by(acme.apiKey()).get("/api/v1/pin-batches").then().body("", hasSize(0));
    }

    private void anHourPasses(int batch) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "UPDATE pin_batch SET made_at = made_at - interval '1 hour', expires_at ="
                            + " expires_at - interval '1 hour' WHERE id = "
                            + batch);
        }
    }

    private String dump(String table) throws SQLException {
        StringBuilder dump = new StringBuilder();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT t::text FROM " + table + " t")) {
            while (row.next()) {
                dump.append(row.getString(1)).append('\n');
            }
        }
        return dump.toString();
    }
}
