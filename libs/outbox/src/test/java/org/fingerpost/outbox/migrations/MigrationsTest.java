package org.fingerpost.outbox.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.fingerpost.outbox.migrations.Migrations.Mode;
import org.fingerpost.testkit.TestPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    private final TestPostgres.Database database = TestPostgres.freshDatabase();
    private final List<Integer> endings = new ArrayList<>();

    @Test
    void whoWaitsWritesNothingUntilTheJobIsDone() throws SQLException {
        Migrations waiting = migrations(Mode.WAIT, url());

        assertThat(waiting.areDone()).isFalse();
        assertThat(tables()).isZero();
        migrations(Mode.ONLY, url()).endIfNothingElseIsWanted();

        assertThat(endings).containsExactly(0);
        assertThat(waiting.areDone()).isTrue();
    }

    @Test
    void aJobWhoseDatabaseIsAwaySaysSoByItsEnd() {
        migrations(Mode.ONLY, "jdbc:postgresql://127.0.0.1:1/nowhere").endIfNothingElseIsWanted();

        assertThat(endings).containsExactly(1);
    }

    @Test
    void whoDoesItBesideOtherThingsGoesOn() throws SQLException {
        Migrations background = migrations(Mode.BACKGROUND, url());

        background.endIfNothingElseIsWanted();
        assertThat(endings).isEmpty();
        assertThat(background.areDone()).isTrue();
        assertThat(tables()).isPositive();
    }

    /** As after a rollback of the program: what is newer is no reason to stand still. */
    @Test
    void aDatabaseOfALaterVersionIsTaken() throws SQLException {
        migrations(Mode.BACKGROUND, url()).areDone();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO flyway_schema_history SELECT installed_rank + 1, '99', 'later',"
                            + " type, 'V99__later.sql', 7, installed_by, now(), 1, true"
                            + " FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1");
        }

        assertThat(migrations(Mode.WAIT, url()).areDone()).isTrue();
    }

    private Migrations migrations(Mode mode, String url) {
        Flyway flyway =
                Flyway.configure()
                        .dataSource(url, database.user(), database.password())
                        .connectRetries(0)
                        .load();
        return new Migrations(flyway, mode, endings::add);
    }

    private String url() {
        return database.jdbcUrl();
    }

    private int tables() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")) {
            row.next();
            return row.getInt(1);
        }
    }
}
