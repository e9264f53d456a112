package org.fingerpost.config.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.LongStream;
import org.fingerpost.config.PlayedRedirect;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/** What cannot be read or kept holds up nothing, and what can be is not lost. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class TimelineTroubleTest extends TimelineDesk {
    @Inject AgroalDataSource database;

    @Test
    void whatIsNoSightingIsCountedAndHoldsUpNothing() {
        double before = leftOut("unreadable");
        double oldBefore = leftOut("too-old");
        double earlyBefore = leftOut("too-early");
        send(
                "nonsense",
                "{\"not\":\"a sighting\"}",
                told(acme.id(), "config", Instant.parse("2001-01-01T00:00:00Z"), 1),
                told(acme.id(), "config", now.plus(100, ChronoUnit.DAYS), 2),
                told(acme.id(), "config", now, 3).replace("\"GET\"", "\"G\\u0000ET\""));

        assertThat(bytes(timelineUntil(1))).containsExactly(3);
        assertThat(leftOut("unreadable")).isEqualTo(before + 2);
        assertThat(leftOut("too-old")).isEqualTo(oldBefore + 1);
        assertThat(leftOut("too-early")).isEqualTo(earlyBefore + 1);
        assertThat(RestAssured.get("/q/metrics").asString())
                .contains("fingerpost_timeline_sightings_total", "fingerpost_timeline_lag")
                .doesNotContain(mac);
    }

    @Test
    void whatTheDatabaseRefusesCostsOnlyItself() throws SQLException {
        run("ALTER TABLE sighting ADD CONSTRAINT no_teapots CHECK (status <> 418) NOT VALID");
        try {
            double before = leftOut("refused");
            String[] many =
                    LongStream.range(0, 40)
                            .mapToObj(n -> told(acme.id(), "config", now.minusSeconds(n), n))
                            .toArray(String[]::new);
            many[17] = many[17].replace("\"status\":200", "\"status\":418");
            send(many);

            assertThat(bytes(timelineUntil(39))).doesNotContain(17);
            assertThat(leftOut("refused")).isEqualTo(before + 1);
        } finally {
            run("ALTER TABLE sighting DROP CONSTRAINT no_teapots");
        }
    }

    @Test
    void nothingIsLostWhileTheDatabaseTakesNothing() throws SQLException {
        double before = metric("fingerpost_timeline_retries_total");
        run("ALTER TABLE sighting RENAME TO away");
        try {
            send(
                    told(acme.id(), "config", now, 1),
                    told(acme.id(), "config", now.plusMillis(1), 2));
            Soon.until(() -> metric("fingerpost_timeline_retries_total"), count -> count > before);
        } finally {
            run("ALTER TABLE away RENAME TO sighting");
        }

        assertThat(bytes(timelineUntil(2))).containsExactly(2, 1);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static double leftOut(String why) {
        return metric("fingerpost_timeline_left_out_total{why=\"" + why + "\"");
    }
}
