package org.fingerpost.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.restassured.RestAssured;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each service with a door tells of itself, whichever it is: its test adds its own. */
public abstract class MeasuredDoor {
    private final String service;

    /**
     * @param service redirect, config or firmware
     */
    protected MeasuredDoor(String service) {
        this.service = service;
    }

    @Test
    void thePageOfMetricsAndTheRunningServiceAgree() {
        RestAssured.get("/nobody-has-this").then().statusCode(404);

        Soon.until(() -> MetricsPage.read().differences(service, metrics()), List::isEmpty);
        assertThat(metrics())
                .contains("fingerpost_door_provider_requests_total{door=\"" + service + "\"");
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
    void theReplicaIsFreshAndTheDatabaseIsThere() {
        Soon.until(MeasuredDoor::metrics, all -> all.contains("fingerpost_database_up 1.0"));

        assertThat(value("fingerpost_replica_loaded{state=\"" + service + "\"}")).isEqualTo(1);
        // Kafka is asked once a second; the bound is only for a clock that stands.
        assertThat(value("fingerpost_replica_age_seconds{state=\"" + service + "\"}"))
                .isBetween(0.0, 60.0);
    }

    /** As after a second start in this JVM, when what the first one measured is collected. */
    @Test
    void noGaugeAsksWhatIsGone() {
        System.gc();

        assertThat(metrics().lines())
                .noneMatch(line -> line.startsWith("fingerpost_") && line.endsWith(" NaN"));
    }

    protected static String metrics() {
        return RestAssured.get("/q/metrics").asString();
    }

    protected static double value(String series) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + series));
    }
}
