package org.fingerpost.config.archives.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fingerpost.problems.Problem;
import org.fingerpost.statements.Statements;

/** Keeps the jobs; outside a transaction each verb is one of its own. */
@ApplicationScoped
public class ArchiveJobs {
    private static final Duration SILENCE = Duration.ofMinutes(10);

    private static final String SELECT =
            "SELECT id, provider_id, key_id, overwrite, state, reason, row_count, decided,"
                    + " rejected, asked_at, finished_at FROM archive_job ";

    private static final String OPEN =
            """
            INSERT INTO archive_job (provider_id, key_id, overwrite, state, asked_at, seen_at, next_try_at)
            VALUES (?, ?, ?, 'filling', ?, ?, ?)
            ON CONFLICT (provider_id) WHERE state IN ('filling', 'running') DO NOTHING RETURNING id
            """;

    private static final String FAIL =
            """
            UPDATE archive_job SET state = 'failed', reason = ?, finished_at = ?, to_be_wiped = true
            WHERE id = ? AND state IN ('filling', 'running')
            """;

    private static final String GIVE_UP =
            """
            UPDATE archive_job SET state = 'failed', finished_at = ?, to_be_wiped = true,
                reason = 'the archive stopped coming in before its end: send it again'
            WHERE state = 'filling' AND seen_at < ?
            """;

    private static final String STUMBLE =
            """
            UPDATE archive_job SET failures = failures + 1,
                next_try_at = ?::timestamptz + (1 << failures) * ? * interval '1 second'
            WHERE id = ? AND state = 'running' RETURNING failures
            """;

    private static final String PROGRESS =
            """
            UPDATE archive_job SET decided = decided + ?, rejected = rejected + ?, failures = 0,
                next_try_at = ?
            WHERE id = ?
            """;

    private final Statements statements;
    private final Clock clock;

    ArchiveJobs(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /**
     * A job whose documents are about to be put down.
     *
     * @throws Problem if the provider has another that is not done yet
     */
    public long open(long provider, String keyId, boolean overwrite) {
        giveUp();
        return statements
                .list(OPEN, row -> row.getLong(1), provider, keyId, overwrite, now(), now(), now())
                .stream()
                .findFirst()
                .orElseThrow(() ->
                        Problem.conflict(
                                "archive-underway",
                                "another archive of yours is being taken over: wait until it is"
                                        + " done"));
    }

    /**
     * All documents are there: the work may begin.
     *
     * @throws Problem if the job was given up meanwhile
     */
    public void begin(long id, long documents) {
        int begun =
                statements.run(
                        "UPDATE archive_job SET state = 'running', row_count = ? WHERE id = ? AND"
                                + " state = 'filling'",
                        documents,
                        id);
        if (begun == 0) {
            throw givenUp(id);
        }
    }

    static Problem givenUp(long id) {
        return Problem.conflict(
                "import-given-up",
                "import " + id + " was given up, because nothing came in for long: send it again");
    }

    /** Those whose documents stopped coming in, because their process died. */
    public void giveUp() {
        statements.run(GIVE_UP, now(), utc(SILENCE.negated()));
    }

    /**
     * How often it has failed since something succeeded.
     *
     * @param pause after the first time; twice as long after each that follows
     */
    public int stumbled(long id, Duration pause) {
        return statements.list(STUMBLE, row -> row.getInt(1), now(), pause.toSeconds(), id).stream()
                .findFirst()
                .orElse(0);
    }

    public void fail(long id, String reason) {
        statements.run(FAIL, reason, now(), id);
    }

    /** A job that failed and may have documents left. */
    public Optional<Long> toBeWiped() {
        return statements
                .list(
                        "SELECT id FROM archive_job WHERE to_be_wiped ORDER BY id LIMIT 1",
                        row -> row.getLong(1))
                .stream()
                .findFirst();
    }

    public void wiped(long id) {
        statements.run("UPDATE archive_job SET to_be_wiped = false WHERE id = ?", id);
    }

    public Optional<ArchiveJob> find(long provider, long id) {
        return first(SELECT + "WHERE provider_id = ? AND id = ?", provider, id);
    }

    /** A page of the provider's, oldest first. */
    public List<ArchiveJob> page(long provider, long after, int size) {
        return statements.list(
                SELECT + "WHERE provider_id = ? AND id > ? ORDER BY id LIMIT ?",
                ArchiveJobs::job,
                provider,
                after,
                size);
    }

    /** A job that waits, and that no other process works on; it is not held by this. */
    public Optional<Long> waiting() {
        return first(
                        SELECT
                                + "WHERE state = 'running' AND next_try_at <= ?"
                                + " ORDER BY next_try_at, id LIMIT 1 FOR UPDATE SKIP LOCKED",
                        now())
                .map(ArchiveJob::id);
    }

    /** The job, held until the transaction ends; nothing if another process has it. */
    public Optional<ArchiveJob> hold(long id) {
        return first(SELECT + "WHERE state = 'running' AND id = ? FOR UPDATE SKIP LOCKED", id);
    }

    /** So much was decided in this transaction; now it is the turn of others that wait. */
    public void progress(ArchiveJob job, long decided, long rejected) {
        statements.run(PROGRESS, decided, rejected, now(), job.id());
    }

    public void done(ArchiveJob job) {
        statements.run(
                "UPDATE archive_job SET state = 'done', finished_at = ? WHERE id = ?",
                now(),
                job.id());
    }

    /** Do documents wait that are sealed with this key? */
    public boolean wait(long provider, String keyId) {
        return !statements
                .list(
                        "SELECT 1 FROM archive_job WHERE provider_id = ? AND key_id = ? AND state"
                                + " IN ('filling', 'running') LIMIT 1",
                        row -> row.getInt(1),
                        provider,
                        keyId)
                .isEmpty();
    }

    private Optional<ArchiveJob> first(String sql, Object... values) {
        return statements.list(sql, ArchiveJobs::job, values).stream().findFirst();
    }

    private static ArchiveJob job(ResultSet row) throws SQLException {
        return new ArchiveJob(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getBoolean(4),
                ArchiveJob.State.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString(6)),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject(11, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private OffsetDateTime now() {
        return utc(Duration.ZERO);
    }

    private OffsetDateTime utc(Duration from) {
        return OffsetDateTime.ofInstant(clock.instant().plus(from), ZoneOffset.UTC);
    }
}
