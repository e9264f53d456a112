package org.fingerpost.redirect.notices.deliveries;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.fingerpost.redirect.Outside.by;
import static org.fingerpost.redirect.Outside.provider;
import static org.fingerpost.redirect.Outside.targetServer;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.fingerpost.redirect.Outside.Customer;
import org.fingerpost.redirect.OutsideIsLoopback;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is decided about a provider's ranges reaches its receiver. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestProfile(OutsideIsLoopback.class)
class DecisionsAreToldTest {
    @Inject Deliverer deliverer;
    @Inject AgroalDataSource dataSource;

    private Customer acme;
    private long server;

    @BeforeEach
    void aProviderWithATargetServer() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM webhook");
            statement.execute("DELETE FROM delivery");
        }
        acme = provider("Acme");
        server = targetServer(acme, "http://acme.example/p", "http://acme.example/f");
    }

    @Test
    void thatItsDevicesAreEnteredComesSignedAndAgainWhenReplayed() {
        long range = register("c074ad010000", "c074ad0100ff", List.of());
        try (Receiver receiver = receiver()) {
            decide(range, "approve", Map.of());

            JsonPath told = delivered(receiver).getFirst();

            assertThat(told.getString("data.kind")).isEqualTo("range-approved");
            assertThat(told.getString("data.subject")).isEqualTo("range/" + range);
            assertThat(told.getString("data.body.text")).isEqualTo("Your devices are entered.");
            assertThat(told.getString("data.body.state")).isEqualTo("active");
            assertThat(told.getString("data.body.first")).isEqualTo("c074ad010000");
            assertThat(receiver.came().getFirst().header("webhook-signature")).startsWith("v1,");
            by(acme).post("/api/v1/notices/" + told.getLong("data.id") + "/replay")
                    .then()
                    .statusCode(202);
            assertThat(delivered(receiver)).hasSize(2);
            assertThat(receiver.ids().getLast()).isEqualTo(receiver.ids().getFirst());
        }
    }

    @Test
    void aPilotIsToldFromItsApprovalToItsRelease() {
        long range = register("c074ad020000", "c074ad0200ff", List.of("c074ad020001"));
        try (Receiver receiver = receiver()) {
            decide(range, "approve", Map.of());
            by(acme).post("/api/v1/ranges/" + range + "/activate").then().statusCode(200);
            decide(range, "block", Map.of());
            decide(range, "unblock", Map.of());
            by(acme).delete("/api/v1/ranges/" + range).then().statusCode(204);

            assertThat(delivered(receiver))
                    .extracting(
                            told -> told.getString("data.kind"),
                            told -> told.getString("data.body.state"))
                    .containsExactly(
                            tuple("range-approved", "pilot"),
                            tuple("range-activated", "active"),
                            tuple("range-blocked", "active"),
                            tuple("range-unblocked", "active"),
                            tuple("range-released", "released"));
        }
    }

    @Test
    void aRejectionIsToldWithItsReason() {
        long range = register("c074ad030000", "c074ad0300ff", List.of());
        try (Receiver receiver = receiver()) {
            decide(range, "reject", Map.of("reason", "not your cartons"));

            JsonPath told = delivered(receiver).getFirst();

            assertThat(told.getString("data.kind")).isEqualTo("range-rejected");
            assertThat(told.getString("data.body.reason")).isEqualTo("not your cartons");
        }
    }

    @Test
    void aTransferIsToldToBothSides() {
        long range = register("c074ad040000", "c074ad0400ff", List.of());
        Customer other = provider("Other");
        long others = targetServer(other, "http://other.example/p", "http://other.example/f");
        decide(range, "approve", Map.of());
        long transfer =
                by(acme).body(Map.of("toProvider", other.id(), "rangeIds", List.of(range)))
                        .post("/api/v1/transfers")
                        .jsonPath()
                        .getLong("id");
        by(other)
                .body(Map.of("targetServerId", others))
                .post("/api/v1/transfers/" + transfer + "/accept")
                .then()
                .statusCode(200);

        for (Customer side : List.of(acme, other)) {
            assertThat(by(side).get("/api/v1/notices").jsonPath().<String>getList("kind"))
                    .endsWith("transfer-offered", "transfer-accepted");
        }
    }

    @Test
    void aListIsOneNoticeHoweverManyRangesItHas() {
        try (Receiver receiver = receiver()) {
            long id =
                    by(acme).contentType("text/csv")
                            .body(
                                    ("first,last,targetServerId\n"
                                                    + "c074ad050000,c074ad050001,"
                                                    + server
                                                    + "\nc074ad050002,c074ad050003,"
                                                    + server
                                                    + "\nc074ad050003,c074ad050004,"
                                                    + server
                                                    + "\n")
                                            .getBytes(US_ASCII))
                            .post("/api/v1/range-imports")
                            .jsonPath()
                            .getLong("id");
            // Nobody works on it but the service's own thread.
            done(by(acme), id);
            long approval =
                    operator()
                            .urlEncodingEnabled(false)
                            .body(Map.of("importId", id))
                            .post("/api/v1/ranges:approve")
                            .jsonPath()
                            .getLong("id");
            done(operator(), approval);

            List<JsonPath> told = delivered(receiver);

            assertThat(told)
                    .extracting(one -> one.getString("data.kind"))
                    .containsExactly("ranges-imported", "ranges-approved");
            assertThat(told.getFirst().getInt("data.body.rejected")).isEqualTo(1);
            assertThat(told.getLast().getString("data.body.text"))
                    .isEqualTo("Your devices are entered.");
            assertThat(told.getLast().getInt("data.body.ranges")).isEqualTo(2);
            assertThat(told.getLast().getLong("data.body.importId")).isEqualTo(id);
            by(acme).get(told.getLast().getString("data.body.verdicts")).then().statusCode(200);
            JsonPath why = by(acme).get("/api/v1/why/c074ad050002").jsonPath();
            assertThat(why.getString("ranges[0].registered.by")).isEqualTo("range-import/" + id);
            assertThat(why.getString("ranges[0].approved.by"))
                    .isEqualTo("range-import/" + approval);
        }
    }

    private static void done(RequestSpecification asking, long id) {
        Soon.until(
                () -> asking.get("/api/v1/range-imports/" + id),
                answer -> "done".equals(answer.path("state")));
    }

    private Receiver receiver() {
        Receiver receiver = new Receiver();
        by(acme).body(Map.of("url", receiver.url())).put("/api/v1/webhook").then().statusCode(200);
        return receiver;
    }

    private List<JsonPath> delivered(Receiver receiver) {
        while (deliverer.deliverNext()) {
            assertThat(receiver.came()).hasSizeLessThan(20);
        }
        return receiver.came().stream()
                .map(came -> JsonPath.from(new String(came.body(), UTF_8)))
                .toList();
    }

    private long register(String first, String last, List<String> pilot) {
        return by(acme).body(
                        Map.of(
                                "first", first,
                                "last", last,
                                "targetServerId", server,
                                "pilotMacs", pilot))
                .post("/api/v1/ranges")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static void decide(long range, String verb, Map<String, String> body) {
        operator().body(body).post("/api/v1/ranges/" + range + "/" + verb).then().statusCode(200);
    }

    private static RequestSpecification operator() {
        return RestAssured.given()
                .auth()
                .oauth2(Backends.OPERATOR_KEY)
                .contentType(ContentType.JSON);
    }
}
