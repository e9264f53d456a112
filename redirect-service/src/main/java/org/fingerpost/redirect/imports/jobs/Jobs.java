package org.fingerpost.redirect.imports.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fingerpost.access.Caller;
import org.fingerpost.problems.Problem;
import org.fingerpost.statements.Statements;

/** Keeps the jobs; outside a transaction each verb is one of its own. */
@ApplicationScoped
public class Jobs {
    private static final String COLUMNS =
            "id, kind, provider_id, by_operator, of_import, state, reason, row_count, last_line,"
                    + " decided, accepted, rejected, asked_at, started_at, finished_at";

    private static final String OPEN =
            """
            INSERT INTO range_job (kind, provider_id, by_operator, of_import, state,
                                   row_count, last_line, decided, chunks, accepted, rejected,
                                   asked_at, seen_at, next_try_at)
            VALUES (?, ?, ?, ?, 'filling', 0, 0, 0, 0, 0, 0, ?, ?, ?) RETURNING id
            """;

    /** Whose key came first has it; the second one changes nothing. */
    private static final String SEAL =
            """
            UPDATE range_job
            SET state = 'running', idempotency_key = ?, digest = ?, row_count = ?, last_line = ?
            WHERE id = ? AND state = 'filling'
            """;

    private static final String FAIL =
            """
            UPDATE range_job SET state = 'failed', reason = ?, finished_at = ?
            WHERE id = ? AND state IN ('filling', 'running')
            """;

    /** Its rows come in a thousand at a time; whoever stays away that long has gone. */
    private static final String GIVE_UP =
            """
            UPDATE range_job SET state = 'failed', finished_at = ?,
                reason = 'the list stopped coming in before its end: send it again, under the same'
                         || ' Idempotency-Key if it had one'
            WHERE id IN (SELECT id FROM range_job WHERE state = 'filling' AND seen_at < ?
                         ORDER BY seen_at LIMIT 100 FOR UPDATE SKIP LOCKED)
            """;

    private static final String STUMBLE =
            """
            UPDATE range_job SET failures = failures + 1, next_try_at = ?
            WHERE id = ? AND state = 'running'
            RETURNING failures
            """;

    /** Who has had the fewest turns comes next; what another process works on is passed over. */
    private static final String PICK =
            "SELECT "
                    + COLUMNS
                    + " FROM range_job WHERE state = 'running' AND next_try_at <= ?"
                    + " ORDER BY chunks, id LIMIT 1"
                    + " FOR UPDATE SKIP LOCKED";

    private static final String PROGRESS =
            """
            UPDATE range_job
            SET decided = ?, accepted = accepted + ?, rejected = rejected + ?, chunks = chunks + 1,
                failures = 0, started_at = coalesce(started_at, ?), finished_at = ?,
                state = CASE WHEN ?::timestamptz IS NULL THEN 'running' ELSE 'done' END
            WHERE id = ?
            """;

    private final Statements statements;
    private final Clock clock;

    Jobs(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /** A job that came with a key before. */
    public record Keyed(long id, String digest) {}

    /** A job whose rows are about to be added. */
    public long open(
            RangeJob.Kind kind, Optional<Long> provider, Caller by, Optional<Long> ofImport) {
        return statements
                .list(
                        OPEN,
                        row -> row.getLong(1),
                        kind.word(),
                        provider,
                        by instanceof Caller.Operator,
                        ofImport,
                        utc(clock.instant()),
                        utc(clock.instant()),
                        utc(clock.instant()))
                .getFirst();
    }

    /**
     * All rows are there: the work may begin.
     *
     * @throws Problem if the job was given up meanwhile
     */
    public void seal(
            long id, Optional<String> key, Optional<String> digest, long rows, long lastLine) {
        int sealed = statements.run(SEAL, key, key.flatMap(with -> digest), rows, lastLine, id);
        if (sealed == 0) {
            throw givenUp(id);
        }
    }

    static Problem givenUp(long id) {
        return Problem.conflict(
                "import-given-up",
                "import " + id + " was given up, because no rows came in for long: send it again");
    }

    /** Ends those whose list has not come any further for so long. */
    public int giveUp(Duration silent) {
        Instant now = clock.instant();
        return statements.run(GIVE_UP, utc(now), utc(now.minus(silent)));
    }

    /**
     * A chunk has failed and left nothing behind; the job waits a while.
     *
     * @return how often it has failed since one succeeded
     */
    public int stumbled(long id, Duration pause) {
        return statements
                .list(STUMBLE, row -> row.getInt(1), utc(clock.instant().plus(pause)), id)
                .stream()
                .findFirst()
                .orElse(0);
    }

    public void fail(long id, String reason) {
        statements.run(FAIL, reason, utc(clock.instant()), id);
    }

    public Optional<Keyed> byKey(long provider, String key) {
        return statements
                .list(
                        "SELECT id, digest FROM range_job WHERE provider_id = ? AND idempotency_key"
                                + " = ?",
                        row -> new Keyed(row.getLong(1), row.getString(2)),
                        provider,
                        key)
                .stream()
                .findFirst();
    }

    public Optional<RangeJob> find(Caller caller, long id) {
        return statements
                .list("SELECT " + COLUMNS + " FROM range_job WHERE id = ?", Jobs::job, id)
                .stream()
                .findFirst()
                .filter(job -> maySee(caller, job));
    }

    private static boolean maySee(Caller caller, RangeJob job) {
        return job.provider().map(caller::sees).orElseGet(() -> caller instanceof Caller.Operator);
    }

    /** A page of what the caller may see, oldest first. */
    public List<RangeJob> page(Caller caller, long after, int size) {
        return switch (caller) {
            case Caller.Operator() ->
                    statements.list(
                            "SELECT "
                                    + COLUMNS
                                    + " FROM range_job WHERE id > ? ORDER BY id LIMIT ?",
                            Jobs::job,
                            after,
                            size);
            case Caller.OfProvider(long provider) ->
                    statements.list(
                            "SELECT "
                                    + COLUMNS
                                    + " FROM range_job WHERE provider_id = ? AND id > ?"
                                    + " ORDER BY id LIMIT ?",
                            Jobs::job,
                            provider,
                            after,
                            size);
        };
    }

    /** A job to work on in this transaction; nobody else has it until the transaction ends. */
    public Optional<RangeJob> pick() {
        return statements.list(PICK, Jobs::job, utc(clock.instant())).stream().findFirst();
    }

    /** So far it has come in this transaction. */
    public void progress(RangeJob job, long decided, long accepted, long rejected, boolean done) {
        Optional<OffsetDateTime> end = done ? Optional.of(utc(clock.instant())) : Optional.empty();
        statements.run(
                PROGRESS, decided, accepted, rejected, utc(clock.instant()), end, end, job.id());
    }

    private static RangeJob job(ResultSet row) throws SQLException {
        Optional<Long> provider = Optional.ofNullable(row.getObject(3, Long.class));
        return new RangeJob(
                row.getLong(1),
                RangeJob.Kind.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                provider,
                row.getBoolean(4)
                        ? new Caller.Operator()
                        : new Caller.OfProvider(provider.orElseThrow()),
                Optional.ofNullable(row.getObject(5, Long.class)),
                RangeJob.State.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString(7)),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11),
                row.getLong(12),
                row.getObject(13, OffsetDateTime.class).toInstant(),
                instant(row, 14),
                instant(row, 15));
    }

    private static Optional<Instant> instant(ResultSet row, int at) throws SQLException {
        return Optional.ofNullable(row.getObject(at, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
