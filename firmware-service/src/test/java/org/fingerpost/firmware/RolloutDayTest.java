package org.fingerpost.firmware;

import static org.fingerpost.firmware.Customer.ACME;
import static org.fingerpost.firmware.Customer.RIVAL;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/** What people decide about a rollout, and what phones then get. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@QuarkusTestResource(RedirectTopic.class)
class RolloutDayTest {
    private static final Customer OPERATOR = new Customer(0, "", Backends.OPERATOR_KEY);
    private static final String ALL = "{\"release\":%d,\"waves\":[{\"percent\":100}]%s}";

    @Inject DataSource dataSource;

    @Test
    void aRolloutIsHeldStartedPausedAndRolledBack() {
        long old = published("5.1.1", "rolled.bin", "old");
        long fresh = published("5.1.2", "rolled.bin", "new");
        until("new", "rolled.bin", "5.1.1");

        long id = drafts(ALL.formatted(fresh, ",\"P238\":1"));
        until("old", "rolled.bin", "5.1.1");

        ACME.asks()
                .post("/api/v1/rollouts/" + id + "/start")
                .then()
                .statusCode(200)
                .body("state", equalTo("running"), "openPercent", equalTo(100.0f));
        until("new", "rolled.bin", "5.1.1");

        ACME.withdraws(fresh).then().statusCode(409).body("type", containsString("rolled-out"));
        ACME.asks().delete("/api/v1/rollouts/" + id).then().statusCode(409);

        says(id, "pause", 200, "paused");
        until("old", "rolled.bin", "5.1.1");
        until("new", "rolled.bin", "5.1.2");

        says(id, "resume", 200, "running");
        until("new", "rolled.bin", "5.1.1");

        ACME.asks()
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/rollouts/" + id + "/rollback")
                .then()
                .statusCode(422);
        long later = published("5.1.0", "rolled.bin", "later");
        ACME.asks()
                .contentType("application/json")
                .body("{\"release\":" + later + "}")
                .post("/api/v1/rollouts/" + id + "/rollback")
                .then()
                .statusCode(422)
                .body("type", containsString("published-later"));
        ACME.withdraws(later).then().statusCode(200);
        ACME.asks()
                .contentType("application/json")
                .body("{\"release\":" + old + "}")
                .post("/api/v1/rollouts/" + id + "/rollback")
                .then()
                .statusCode(200)
                .body("state", equalTo("rolled-back"));
        until("old", "rolled.bin", "5.1.2");
        ACME.withdraws(old).then().statusCode(409);
        says(id, "start", 409, null);
        ACME.asks().delete("/api/v1/rollouts/" + id).then().statusCode(204);
        until("new", "rolled.bin", "5.1.1");

        RIVAL.asks().get("/api/v1/rollouts/" + id).then().statusCode(404);
        Soon.until(
                () ->
                        ACME.asks()
                                .get("/api/v1/audit?subject=rollout/" + id)
                                .jsonPath()
                                .<String>getList("action"),
                actions -> actions.contains("rollout-deleted"));
        ACME.asks()
                .get("/api/v1/audit?subject=rollout/" + id)
                .then()
                .body(
                        "action",
                        hasItems(
                                "rollout-drafted",
                                "rollout-started",
                                "wave-opened",
                                "rollout-paused",
                                "rollout-rolled-back"));
    }

    @Test
    void aRolloutForManyPhonesNeedsASecondPerson() throws SQLException {
        long id =
                drafts(
                        ALL.formatted(
                                published("5.2.1", "many.bin", "x"),
                                ",\"ranges\":[{\"first\":\"000000000001\","
                                        + "\"last\":\"0000000003e9\"}]"));
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO phone SELECT 7, mac, 'GXP2160', '5.0', '', now() FROM"
                            + " generate_series(1, 1001) AS mac");
        }
        try {
            says(id, "start", 409, null);
            says(id, "approve", 403, null);
            RIVAL.asks().post("/api/v1/rollouts/" + id + "/approve").then().statusCode(404);
            OPERATOR.asks().post("/api/v1/rollouts/" + id + "/approve").then().statusCode(200);
            ACME.asks()
                    .post("/api/v1/rollouts/" + id + "/start")
                    .then()
                    .statusCode(200)
                    .body("waves[0].phones", equalTo(1001));
        } finally {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("DELETE FROM phone WHERE provider_id = 7 AND mac <= 1001");
            }
        }
        says(id, "abort", 200, "aborted");
    }

    @Test
    void whatCannotBeIsRefusedWithASentence() {
        long id = published("5.3.1", "refused.bin", "x");
        long draft = ACME.drafts("5.3.2", "refused.bin", "x");

        refused("{\"release\":" + draft + "}", "no-such-release");
        refused("{\"release\":" + id + ",\"groups\":[\"lab\"]}", "groups-unknown");
        refused("{\"release\":" + id + ",\"models\":[\"HT802\"]}", "not-for-this-family");
        refused("{\"release\":" + id + ",\"models\":[\"GXP9999\"]}", "unknown-family");
        refused("{\"release\":" + id + ",\"previous\":" + id + "}", "not-for-this-family");
        long higher = published("5.3.3", "refused.bin", "x");
        refused("{\"release\":" + id + ",\"previous\":" + higher + "}", "not-an-older-version");
        refused("{\"release\":" + id + ",\"running\":" + versions(99) + "}", "too-many-versions");
        refused("{\"release\":" + id + ",\"waves\":[{}]}", "");
        refused("{\"release\":" + id + ",\"waves\":[{\"percent\":9},{\"percent\":8}]}", "");
        refused(
                "{\"release\":"
                        + id
                        + ",\"ranges\":[{\"first\":\"000b82000002\","
                        + "\"last\":\"000b82000001\"}]}",
                "");
        refused("{\"release\":" + id + ",\"limits\":{\"successPercent\":0}}", "");
        refused("{\"release\":" + id + ",\"window\":{\"zone\":\"Mars/Olympus\"}}", "");
        OPERATOR.asks()
                .contentType("application/json")
                .body("{\"release\":" + id + "}")
                .post("/api/v1/rollouts")
                .then()
                .statusCode(403);
    }

    @Test
    void aRolloutOutsideItsWindowRunsAndOpensNothing() {
        long release = published("5.4.1", "window.bin", "x");
        long id =
                drafts(
                        ALL.formatted(
                                release,
                                ",\"models\":[\"gxp-2160\"],\"window\":{\"firstDay\":\"2999-01-01\","
                                    + "\"from\":\"22:00\",\"until\":\"04:00\","
                                    + "\"zone\":\"Europe/Berlin\"}"));

        ACME.asks()
                .post("/api/v1/rollouts/" + id + "/start")
                .then()
                .statusCode(200)
                .body("state", equalTo("running"), "openPercent", equalTo(0.0f))
                .body("names", equalTo(List.of("GXP2160")));
        ACME.asks().get("/api/v1/rollouts").then().body("id", hasItem((int) id));
        RIVAL.asks().get("/api/v1/rollouts").then().body("id", everyItem(not((int) id)));
        says(id, "abort", 200, "aborted");
    }

    /** So many made-up versions, as JSON. */
    private static String versions(int many) {
        return IntStream.range(0, many)
                .mapToObj(last -> "\"4.0." + last + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static long published(String version, String name, String content) {
        long id = ACME.drafts(version, name, content);
        ACME.publishes(id).then().statusCode(200);
        return id;
    }

    private static long drafts(String wish) {
        Response made =
                ACME.asks().contentType("application/json").body(wish).post("/api/v1/rollouts");
        made.then().statusCode(201).body("state", equalTo("draft"));
        return made.jsonPath().getLong("id");
    }

    private static void says(long id, String word, int status, String state) {
        ACME.asks()
                .post("/api/v1/rollouts/" + id + "/" + word)
                .then()
                .statusCode(status)
                .body(status == 200 ? "state" : "detail", state == null ? not("") : equalTo(state));
    }

    private static void refused(String wish, String type) {
        ACME.asks()
                .contentType("application/json")
                .body(wish)
                .post("/api/v1/rollouts")
                .then()
                .statusCode(422)
                .body("type", containsString(type));
    }

    private static void until(String content, String file, String version) {
        Soon.until(
                () ->
                        RestAssured.given()
                                .header(
                                        "User-Agent",
                                        "Grandstream Model HW GXP2160 SW "
                                                + version
                                                + " DevId 000b82700001")
                                .get(ACME.address(file))
                                .asString(),
                content::equals);
    }
}
