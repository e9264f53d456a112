package org.fingerpost.firmware.rollouts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.firmware.names.Version;
import org.fingerpost.firmware.rollouts.turn.Turn;
import org.fingerpost.firmware.waves.Limits;
import org.fingerpost.firmware.waves.StartWindow;
import org.fingerpost.rule.Rule;
import org.fingerpost.statements.Statements;

/** The table {@code rollout}. */
@ApplicationScoped
class RolloutRows {
    private static final String ADD =
            """
            INSERT INTO rollout (provider_id, release_id, previous_id, state, names, range_first,
                range_last, running, salt, open, first_day, from_time, until_time, zone,
                success_percent, error_percent, least_errors, settle_minutes, back_minutes,
                auto_upgrade, affix_check, made_at, made_by)
            VALUES (?, ?, ?::bigint, 'draft', ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::int,
                ?::int, ?, ?)
            RETURNING id
            """;

    private static final String SELECT =
            """
            SELECT r.id, r.provider_id, r.release_id, f.version, r.previous_id, r.state, r.reason,
                r.names, r.range_first, r.range_last, r.running, r.salt, r.open, r.first_day,
                r.from_time, r.until_time, r.zone, r.success_percent, r.error_percent,
                r.least_errors, r.settle_minutes, r.back_minutes, r.auto_upgrade, r.affix_check,
                r.made_at, r.made_by, r.approved_by
            FROM rollout r JOIN release f ON f.id = r.release_id WHERE
            """;

    /** Of the columns above, the first that says something of the rule. */
    private static final int FIRST_OF_RULE = 8;

    private final Statements statements;
    private final WaveRows waves;
    private final Turn turn;

    RolloutRows(Statements statements, WaveRows waves, Turn turn) {
        this.statements = statements;
        this.waves = waves;
        this.turn = turn;
    }

    /**
     * @return its id
     */
    long add(Rollout rollout) {
        Rule rule = rollout.rule();
        StartWindow window = rollout.window();
        Limits limits = rollout.limits();
        long id =
                statements
                        .list(
                                ADD,
                                row -> row.getLong(1),
                                rollout.provider(),
                                rollout.release(),
                                rollout.previous(),
                                rule.names().toArray(String[]::new),
                                RuleColumns.firsts(rule),
                                RuleColumns.lasts(rule),
                                rule.running().toArray(String[]::new),
                                rule.salt().toString(),
                                window.firstDay(),
                                window.from(),
                                window.until(),
                                window.zone().getId(),
                                limits.successPercent(),
                                limits.errorPercent(),
                                limits.leastErrors(),
                                (int) limits.settle().toMinutes(),
                                (int) limits.back().toMinutes(),
                                rollout.telling().autoUpgrade(),
                                rollout.telling().check(),
                                rollout.madeAt().atOffset(ZoneOffset.UTC),
                                rollout.madeBy())
                        .getFirst();
        rollout.waves().forEach(wave -> waves.add(id, wave));
        return id;
    }

    /** Its row is the caller's until the transaction ends, and the turn too. */
    Optional<Rollout> locked(long id) {
        turn.take();
        return list("r.id = ? FOR UPDATE OF r", id).stream().findFirst();
    }

    Optional<Rollout> find(long id) {
        return list("r.id = ?", id).stream().findFirst();
    }

    /** A keyset page, oldest first; of all providers for provider 0. */
    List<Rollout> page(long provider, long after, int size) {
        return list(
                "(r.provider_id = ? OR ? = 0) AND r.id > ? ORDER BY r.id LIMIT ?",
                provider,
                provider,
                after,
                size);
    }

    List<Rollout> running() {
        return list("r.state = 'running' ORDER BY r.id");
    }

    List<Rollout> watched() {
        return list("r.state IN ('running', 'paused') ORDER BY r.id");
    }

    /** Those that tell phones of a release, or would give it back. */
    List<Rollout> naming(long release) {
        return list("r.release_id = ? OR r.previous_id = ? ORDER BY r.id", release, release);
    }

    int count(long provider) {
        return statements
                .list(
                        "SELECT count(*) FROM rollout WHERE provider_id = ?",
                        row -> row.getInt(1),
                        provider)
                .getFirst();
    }

    void become(long id, Rollout.State state, String reason) {
        statements.run(
                """
                UPDATE rollout SET state = ?, reason = ?, trusted_from = CASE WHEN ? = 'running'
                    THEN clock_timestamp() ELSE trusted_from END WHERE id = ?
                """,
                state.word(),
                reason,
                state.word(),
                id);
    }

    /** When it was last said that it may go on. */
    Instant trustedFrom(long id) {
        return statements
                .list(
                        "SELECT trusted_from FROM rollout WHERE id = ?",
                        row -> row.getObject(1, OffsetDateTime.class).toInstant(),
                        id)
                .getFirst();
    }

    void previous(long id, long release) {
        statements.run("UPDATE rollout SET previous_id = ? WHERE id = ?", release, id);
    }

    void approve(long id, String key) {
        statements.run("UPDATE rollout SET approved_by = ? WHERE id = ?", key, id);
    }

    void open(long id, int position, Wave.Opened opened) {
        waves.open(id, position, opened);
        statements.run("UPDATE rollout SET open = ? WHERE id = ?", opened.place(), id);
    }

    void delete(long id) {
        statements.run("DELETE FROM rollout WHERE id = ?", id);
    }

    private List<Rollout> list(String where, Object... values) {
        List<Rollout> bare = statements.list(SELECT + where, RolloutRows::rollout, values);
        if (bare.isEmpty()) {
            return bare;
        }
        Map<Long, List<Wave>> all = waves.of(bare.stream().map(Rollout::id).toArray(Long[]::new));
        return bare.stream()
                .map(rollout -> rollout.with(all.getOrDefault(rollout.id(), List.of())))
                .toList();
    }

    private static Rollout rollout(ResultSet row) throws SQLException {
        return new Rollout(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                new Version(row.getString(4)),
                Optional.ofNullable(row.getObject(5, Long.class)),
                Rollout.State.of(row.getString(6)),
                row.getString(7),
                RuleColumns.read(row, FIRST_OF_RULE),
                List.of(),
                new StartWindow(
                        row.getObject(14, LocalDate.class),
                        row.getObject(15, LocalTime.class),
                        row.getObject(16, LocalTime.class),
                        ZoneId.of(row.getString(17))),
                new Limits(
                        row.getInt(18),
                        row.getInt(19),
                        row.getInt(20),
                        Duration.ofMinutes(row.getInt(21)),
                        Duration.ofMinutes(row.getInt(22))),
                new Rollout.Telling(
                        Optional.ofNullable(row.getObject(23, Integer.class)),
                        Optional.ofNullable(row.getObject(24, Integer.class))),
                row.getObject(25, OffsetDateTime.class).toInstant(),
                row.getString(26),
                Optional.ofNullable(row.getString(27)));
    }
}
