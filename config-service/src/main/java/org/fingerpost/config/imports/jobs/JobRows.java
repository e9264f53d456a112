package org.fingerpost.config.imports.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fingerpost.config.secrets.seals.Sealed;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.statements.Statements;

/** The statements on a job's rows and verdicts; outside a transaction each is one of its own. */
@ApplicationScoped
public class JobRows {
    /** No transaction touches more rows than this, so that none runs longer than a second. */
    static final int AT_ONCE = 1000;

    private static final String ADD =
            """
            WITH open AS (
                UPDATE device_job SET seen_at = ? WHERE id = ? AND state = 'filling' RETURNING id)
            INSERT INTO device_job_row (job_id, line, mac, same_as, nonce, ciphertext)
            SELECT open.id, said.*
            FROM open CROSS JOIN unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bytea[], ?::bytea[])
                AS said
            """;

    private static final String WINDOW =
            """
            SELECT line, mac, same_as, nonce, ciphertext FROM device_job_row
            WHERE job_id = ? AND line > ? AND line <= ? ORDER BY line
            """;

    /** A row goes when it has its verdict. */
    private static final String JUDGE =
            """
            WITH came AS (
                INSERT INTO device_job_verdict (job_id, line, mac, rule, reason)
                SELECT ?, verdict.* FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[]) AS verdict
                RETURNING job_id, line)
            DELETE FROM device_job_row AS said USING came
            WHERE said.job_id = came.job_id AND said.line = came.line
            """;

    private static final String WIPE =
            """
            DELETE FROM device_job_row WHERE (job_id, line) IN (
                SELECT job_id, line FROM device_job_row WHERE job_id = ? ORDER BY line LIMIT ?)
            """;

    private final Statements statements;
    private final Clock clock;

    JobRows(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /**
     * Puts rows down for a job that is still open.
     *
     * @throws org.fingerpost.problems.Problem if it was given up meanwhile
     */
    void add(long job, List<JobRow> rows) {
        int added =
                statements.run(
                        ADD,
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        job,
                        numbers(rows, JobRow::line),
                        macs(rows, JobRow::mac),
                        numbers(rows, row -> row.sameAs().orElse(null)),
                        rows.stream().map(row -> row.cells().nonce()).toArray(byte[][]::new),
                        rows.stream().map(row -> row.cells().ciphertext()).toArray(byte[][]::new));
        if (added < rows.size()) {
            throw Jobs.givenUp(job);
        }
    }

    /** What waits behind the rows that are decided, up to a row. */
    public List<JobRow> window(DeviceJob job, long upTo) {
        return statements.list(WINDOW, row -> row(job.keyId(), row), job.id(), job.decided(), upTo);
    }

    /** Writes verdicts down; their rows are gone then. */
    public void judge(DeviceJob job, List<Verdict> verdicts) {
        statements.run(
                JUDGE,
                job.id(),
                numbers(verdicts, Verdict::line),
                macs(verdicts, Verdict::mac),
                texts(verdicts, Verdict::rule),
                texts(verdicts, Verdict::reason));
    }

    /**
     * Removes some rows of a job that failed.
     *
     * @return true if there may be more
     */
    public boolean wipe(long job) {
        return statements.run(WIPE, job, AT_ONCE) == AT_ONCE;
    }

    /** A page of verdicts, in the order of rows, from behind the row {@code after} on. */
    public List<Verdict> verdicts(DeviceJob job, long after, int size) {
        return statements.list(
                "SELECT line, mac, rule, reason FROM device_job_verdict"
                        + " WHERE job_id = ? AND line > ? ORDER BY line LIMIT ?",
                row ->
                        new Verdict(
                                row.getLong(1),
                                mac(row, 2),
                                Optional.ofNullable(row.getString(3)),
                                Optional.ofNullable(row.getString(4))),
                job.id(),
                after,
                size);
    }

    private static JobRow row(String keyId, ResultSet row) throws SQLException {
        return new JobRow(
                row.getLong(1),
                mac(row, 2),
                Optional.ofNullable(row.getObject(3, Long.class)),
                new Sealed(keyId, row.getBytes(4), row.getBytes(5)));
    }

    private static Optional<MacAddress> mac(ResultSet row, int at) throws SQLException {
        return Optional.ofNullable(row.getObject(at, Long.class)).map(MacAddress::new);
    }

    /** SQL's null where there is none. */
    private static <T> Long[] numbers(List<T> rows, Function<T, Long> part) {
        return rows.stream().map(part).toArray(Long[]::new);
    }

    private static <T> Long[] macs(List<T> rows, Function<T, Optional<MacAddress>> part) {
        return numbers(rows, row -> part.apply(row).map(MacAddress::bits).orElse(null));
    }

    private static <T> String[] texts(List<T> rows, Function<T, Optional<String>> part) {
        return rows.stream().map(row -> part.apply(row).orElse(null)).toArray(String[]::new);
    }
}
