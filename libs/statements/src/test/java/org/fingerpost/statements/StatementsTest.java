package org.fingerpost.statements;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.fingerpost.testkit.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class StatementsTest {
    private Statements statements;

    record Line(long id, Optional<String> name, Optional<byte[]> bytes) {}

    @BeforeEach
    void aTable() {
        TestPostgres.Database database = TestPostgres.freshDatabase();
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(database.jdbcUrl());
        dataSource.setUser(database.user());
        dataSource.setPassword(database.password());
        statements = new Statements(dataSource);
        statements.run("CREATE TABLE line (id bigint PRIMARY KEY, name text, bytes bytea)");
    }

    @Test
    void anArrayIsAColumnOfManyRows() {
        int touched =
                statements.run(
                        "INSERT INTO line SELECT * FROM unnest(?::bigint[], ?::text[], ?::bytea[])",
                        new Long[] {1L, 2L},
                        new String[] {"one", null},
                        new byte[][] {"1".getBytes(US_ASCII), "2".getBytes(US_ASCII)});

        assertThat(touched).isEqualTo(2);
        List<Line> lines = lines(0);
        assertThat(lines.getFirst().name()).contains("one");
        assertThat(lines.getLast().name()).isEmpty();
        assertThat(lines.getLast().bytes()).contains("2".getBytes(US_ASCII));
    }

    @Test
    void anEmptyOptionalIsNull() {
        statements.run("INSERT INTO line VALUES (?, ?, NULL)", 7, Optional.empty());
        statements.run("INSERT INTO line VALUES (?, ?, NULL)", 8, Optional.of("eight"));

        assertThat(lines(0))
                .extracting(Line::name)
                .containsExactly(Optional.empty(), Optional.of("eight"));
        assertThat(lines(7)).hasSize(1);
    }

    @Test
    void whatTheDatabaseRefusesSaysSoAndKeepsTheReason() {
        assertThatThrownBy(() -> statements.run("INSERT INTO line VALUES (1), (1)"))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(SQLException.class);
        assertThatThrownBy(() -> statements.list("SELECT", row -> row.getLong(1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRefusalForWhatIsSaidIsToldFromTheOthers() {
        assertThat(Statements.wereRefused(failure("INSERT INTO line VALUES (1), (1)"))).isTrue();
        assertThat(Statements.wereRefused(failure("SELECT 1 / 0"))).isTrue();
        assertThat(Statements.wereRefused(failure("INSERT INTO nowhere VALUES (1)"))).isFalse();
        assertThat(Statements.wereRefused(new IllegalStateException("of our own"))).isFalse();
        assertThat(Statements.wereRefused(new SQLException("no connection in time"))).isFalse();
    }

    private RuntimeException failure(String sql) {
        return catchThrowableOfType(RuntimeException.class, () -> statements.run(sql));
    }

    private List<Line> lines(long behind) {
        return statements.list(
                "SELECT id, name, bytes FROM line WHERE id > ? ORDER BY id",
                row ->
                        new Line(
                                row.getLong(1),
                                Optional.ofNullable(row.getString(2)),
                                Optional.ofNullable(row.getBytes(3))),
                behind);
    }
}
