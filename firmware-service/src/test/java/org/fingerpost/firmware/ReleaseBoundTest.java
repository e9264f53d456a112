package org.fingerpost.firmware;

import static org.fingerpost.firmware.Customer.RIVAL;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.fingerpost.testkit.Backends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many releases an owner may have. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@QuarkusTestResource(RedirectTopic.class)
class ReleaseBoundTest {
    @Inject DataSource database;

    @AfterEach
    void tidy() throws SQLException {
        run("DELETE FROM release WHERE provider_id = 8 AND version LIKE '77.%'");
    }

    @Test
    void whoHasFiveHundredReleasesGetsNoOtherUntilOneIsDeleted() throws SQLException {
        run(
                """
                INSERT INTO release (provider_id, family, version, state, uploaded_at)
                SELECT 8, 'GXP2160', '77.' || n, 'draft', now()
                FROM generate_series(1, 500 - (SELECT count(*) FROM release WHERE provider_id = 8)) AS n
                """);

        RIVAL.uploads("GXP2160", "78.1", "many.bin", "x")
                .then()
                .statusCode(409)
                .body("type", containsString("too-many-releases"));

        run("DELETE FROM release WHERE provider_id = 8 AND version = '77.1'");
        int id = RIVAL.uploads("GXP2160", "78.1", "many.bin", "x").then().extract().path("id");
        RIVAL.asks().delete("/api/v1/releases/" + id).then().statusCode(204);
    }

    private void run(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
