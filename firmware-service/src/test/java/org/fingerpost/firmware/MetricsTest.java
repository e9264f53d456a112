package org.fingerpost.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.MetricsPage;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/** What this service measures, as it says at its own address. */
@QuarkusTest
@QuarkusTestResource(RedirectTopic.class)
@QuarkusTestResource(Backends.class)
class MetricsTest {
    private static String metrics() {
        return RestAssured.get("/q/metrics").asString();
    }

    @Test
    void thePageOfMetricsAndTheRunningServiceAgree() {
        RestAssured.get("/nobody-has-this").then().statusCode(404);

        Soon.until(() -> MetricsPage.read().differences("firmware", metrics()), List::isEmpty);
        assertThat(metrics()).contains("fingerpost_door_provider_requests_total{door=\"firmware\"");
    }

    /** What a cluster restarts a process by, or leads phones by, is about the process alone. */
    @Test
    void healthAsksNeitherDatabaseNorKafka() {
        RestAssured.get("/q/health/live").then().statusCode(200).body("checks", empty());
        RestAssured.get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", contains("door"));
    }

    @Test
    void theReplicasAreFreshAndTheDatabaseIsThere() {
        Soon.until(MetricsTest::metrics, all -> all.contains("fingerpost_database_up 1.0"));
        assertThat(value("fingerpost_replica_loaded{state=\"firmware\"}")).isEqualTo(1);
        // Kafka is asked once a second; the bound is only for a clock that stands.
        assertThat(value("fingerpost_replica_age_seconds{state=\"firmware\"}"))
                .isBetween(0.0, 60.0);
    }

    @Test
    void eachStateOfARolloutHasASeries() {
        String all =
                Soon.until(MetricsTest::metrics, text -> text.contains("fingerpost_rollouts{"));

        assertThat(List.of("draft", "running", "paused", "completed", "aborted", "rolled-back"))
                .allSatisfy(state ->
                        assertThat(all).contains("fingerpost_rollouts{state=\"" + state + "\"} "));
    }

    private static double value(String series) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + series));
    }
}
