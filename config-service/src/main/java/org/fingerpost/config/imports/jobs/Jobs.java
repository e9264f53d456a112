package org.fingerpost.config.imports.jobs;

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
import org.fingerpost.config.imports.lists.Columns;
import org.fingerpost.config.imports.lists.Encoding;
import org.fingerpost.problems.Problem;
import org.fingerpost.statements.Statements;

/** Keeps the jobs; outside a transaction each verb is one of its own. */
@ApplicationScoped
public class Jobs {
    private static final String SELECT =
            "SELECT id, provider_id, key_id, coalesce(columns, '[]'), coalesce(encoding, 'utf-8'),"
                    + " state, reason, row_count, decided, accepted, rejected, asked_at,"
                    + " started_at, finished_at FROM device_job ";

    private static final String OPEN =
            """
            INSERT INTO device_job (provider_id, key_id, state, asked_at, seen_at, next_try_at)
            VALUES (?, ?, 'filling', ?, ?, ?) RETURNING id
            """;

    /** Whose key came first has it; the second one changes nothing. */
    private static final String SEAL =
            """
            UPDATE device_job
            SET state = 'running', idempotency_key = ?, digest = ?, columns = ?, encoding = ?,
                row_count = ?
            WHERE id = ? AND state = 'filling'
            """;

    private static final String FAIL =
            """
            UPDATE device_job SET state = 'failed', reason = ?, finished_at = ?, to_be_wiped = true
            WHERE id = ? AND state IN ('filling', 'running')
            """;

    /** Its rows come in a thousand at a time; whoever stays away that long has gone. */
    private static final String GIVE_UP =
            """
            UPDATE device_job SET state = 'failed', finished_at = ?, to_be_wiped = true,
                reason = 'the list stopped coming in before its end: send it again, under the same'
                         || ' Idempotency-Key if it had one'
            WHERE id IN (SELECT id FROM device_job WHERE state = 'filling' AND seen_at < ?
                         ORDER BY seen_at LIMIT 100 FOR UPDATE SKIP LOCKED)
            """;

    private static final String STUMBLE =
            """
            UPDATE device_job SET failures = failures + 1, next_try_at = ?
            WHERE id = ? AND state = 'running'
            RETURNING failures
            """;

    private static final String PROGRESS =
            """
            UPDATE device_job
            SET decided = decided + ?, accepted = accepted + ?, rejected = rejected + ?,
                chunks = chunks + 1, failures = 0, started_at = coalesce(started_at, ?)
            WHERE id = ?
            """;

    private final Statements statements;
    private final Clock clock;

    Jobs(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /** A job that came with an Idempotency-Key before. */
    public record Keyed(long id, String keyId, String digest) {}

    /** A job whose rows are about to be added. */
    public long open(long provider, String keyId) {
        return statements
                .list(OPEN, row -> row.getLong(1), provider, keyId, now(), now(), now())
                .getFirst();
    }

    /**
     * All rows are there: the work may begin.
     *
     * @param keyed the Idempotency-Key and the digest of what came with it
     * @throws Problem if the job was given up meanwhile
     */
    public void seal(long id, Optional<Key> keyed, Columns columns, Encoding encoding, long rows) {
        int sealed =
                statements.run(
                        SEAL,
                        keyed.map(Key::text),
                        keyed.map(Key::digest),
                        RowSeal.json(columns.names()),
                        encoding.word(),
                        rows,
                        id);
        if (sealed == 0) {
            throw givenUp(id);
        }
    }

    /** An Idempotency-Key and the digest of the list that it came with. */
    public record Key(String text, String digest) {}

    static Problem givenUp(long id) {
        return Problem.conflict(
                "import-given-up",
                "import " + id + " was given up, because no rows came in for long: send it again");
    }

    /** Ends those whose list has not come any further for so long. */
    public void giveUp(Duration silent) {
        statements.run(GIVE_UP, now(), utc(clock.instant().minus(silent)));
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
        statements.run(FAIL, reason, now(), id);
    }

    /** A job that failed and may have rows left. */
    public Optional<Long> toBeWiped() {
        return statements
                .list(
                        "SELECT id FROM device_job WHERE to_be_wiped ORDER BY id LIMIT 1",
                        row -> row.getLong(1))
                .stream()
                .findFirst();
    }

    public void wiped(long id) {
        statements.run("UPDATE device_job SET to_be_wiped = false WHERE id = ?", id);
    }

    public Optional<Keyed> byKey(long provider, String key) {
        return statements
                .list(
                        "SELECT id, key_id, digest FROM device_job"
                                + " WHERE provider_id = ? AND idempotency_key = ?",
                        row -> new Keyed(row.getLong(1), row.getString(2), row.getString(3)),
                        provider,
                        key)
                .stream()
                .findFirst();
    }

    public Optional<DeviceJob> find(long provider, long id) {
        return first(SELECT + "WHERE provider_id = ? AND id = ?", provider, id);
    }

    /** A page of the provider's, oldest first. */
    public List<DeviceJob> page(long provider, long after, int size) {
        return statements.list(
                SELECT + "WHERE provider_id = ? AND id > ? ORDER BY id LIMIT ?",
                Jobs::job,
                provider,
                after,
                size);
    }

    /**
     * A job to work on in this transaction; nobody else has it until the transaction ends. Who has
     * had the fewest turns comes next; what another process works on is passed over.
     */
    public Optional<DeviceJob> pick() {
        return first(
                SELECT
                        + "WHERE state = 'running' AND next_try_at <= ?"
                        + " ORDER BY chunks, id LIMIT 1 FOR UPDATE SKIP LOCKED",
                now());
    }

    /** This job, as {@link #pick}; nothing if another process has it by now. */
    public Optional<DeviceJob> pick(long id) {
        return first(SELECT + "WHERE state = 'running' AND id = ? FOR UPDATE SKIP LOCKED", id);
    }

    /** So much was decided in this transaction. */
    public void progress(DeviceJob job, long accepted, long rejected) {
        statements.run(PROGRESS, accepted + rejected, accepted, rejected, now(), job.id());
    }

    public void done(DeviceJob job) {
        statements.run(
                "UPDATE device_job SET state = 'done', finished_at = ? WHERE id = ?",
                now(),
                job.id());
    }

    private Optional<DeviceJob> first(String sql, Object... values) {
        return statements.list(sql, Jobs::job, values).stream().findFirst();
    }

    private static DeviceJob job(ResultSet row) throws SQLException {
        return new DeviceJob(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                RowSeal.cells(row.getString(4)),
                Encoding.of(row.getString(5)),
                DeviceJob.State.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString(7)),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11),
                row.getObject(12, OffsetDateTime.class).toInstant(),
                instant(row, 13),
                instant(row, 14));
    }

    private static Optional<Instant> instant(ResultSet row, int at) throws SQLException {
        return Optional.ofNullable(row.getObject(at, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
