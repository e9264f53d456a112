package org.fingerpost.redirect.imports.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fingerpost.statements.Statements;

/** The statements on a job's rows and verdicts; outside a transaction each is one of its own. */
@ApplicationScoped
public class JobRows {
    /** No transaction works on more rows than this, so that none runs longer than a second. */
    public static final int CHUNK = 1000;

    private static final String ADD =
            """
            WITH open AS (
                UPDATE range_job SET seen_at = ? WHERE id = ? AND state = 'filling' RETURNING id)
            INSERT INTO range_job_row (job_id, line, first_said, last_said, target_said, company, range_id)
            SELECT open.id, said.*
            FROM open CROSS JOIN unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
                AS said
            """;

    private static final String WINDOW =
            """
            SELECT line, first_said, last_said, target_said, company, range_id
            FROM range_job_row AS said
            WHERE job_id = ? AND line > ? AND line <= ?
              AND NOT EXISTS (SELECT FROM range_job_verdict AS came
                              WHERE came.job_id = ? AND came.line = said.line
                                AND came.line > ? AND came.line <= ?)
            ORDER BY line
            """;

    /** The rows of an approval are the accepted ones of its import. */
    private static final String ACCEPTED =
            """
            SELECT line, '', '', '', '', range_id FROM range_job_verdict
            WHERE job_id = ? AND line > ? AND line <= ? AND range_id IS NOT NULL
            ORDER BY line
            """;

    private static final String JUDGE =
            """
            INSERT INTO range_job_verdict (job_id, line, range_id, rule, reason)
            SELECT ?, came.* FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[]) AS came
            """;

    private static final String VERDICTS =
            """
            SELECT coalesce(said.first_said, ''), coalesce(said.last_said, ''),
                   coalesce(said.target_said, ''), came.line, came.range_id, came.rule, came.reason
            FROM range_job_verdict AS came
            LEFT JOIN range_job_row AS said ON said.job_id = ? AND said.line = came.line
            WHERE came.job_id = ? AND came.line > ?
            ORDER BY came.line LIMIT ?
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
    public void add(long job, List<JobRow> rows) {
        int added =
                statements.run(
                        ADD,
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        job,
                        numbers(rows, JobRow::line),
                        texts(rows, JobRow::first),
                        texts(rows, JobRow::last),
                        texts(rows, JobRow::target),
                        texts(rows, JobRow::company),
                        numbers(rows, row -> row.range().orElse(null)));
        if (added < rows.size()) {
            throw Jobs.givenUp(job);
        }
    }

    /** What waits for a verdict among the next thousand rows behind those that are decided. */
    public List<JobRow> window(RangeJob job) {
        long from = job.decided();
        long to = windowEnd(job);
        return job.ofImport()
                .map(source -> statements.list(ACCEPTED, JobRows::row, source, from, to))
                .orElseGet(() ->
                        statements.list(
                                WINDOW, JobRows::row, job.id(), from, to, job.id(), from, to));
    }

    /** The last row of the window. */
    public static long windowEnd(RangeJob job) {
        return Math.min(job.decided() + CHUNK, job.lastLine());
    }

    public void judge(RangeJob job, List<Verdict> verdicts) {
        statements.run(
                JUDGE,
                job.id(),
                numbers(verdicts, Verdict::line),
                numbers(verdicts, verdict -> verdict.range().orElse(null)),
                texts(verdicts, verdict -> verdict.rule().orElse(null)),
                texts(verdicts, verdict -> verdict.reason().orElse(null)));
    }

    /** The ranges that a job was right about, at most so many. */
    public List<Long> accepted(RangeJob job, int most) {
        return statements.list(
                "SELECT range_id FROM range_job_verdict WHERE job_id = ? AND range_id IS NOT NULL"
                        + " LIMIT ?",
                row -> row.getLong(1),
                job.id(),
                most);
    }

    /** A page of verdicts, in the order of rows, from behind the row {@code after} on. */
    public List<Verdict.OfRow> verdicts(RangeJob job, long after, int size) {
        return statements.list(
                VERDICTS, JobRows::verdict, job.ofImport().orElse(job.id()), job.id(), after, size);
    }

    private static JobRow row(ResultSet row) throws SQLException {
        return new JobRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Optional.ofNullable(row.getObject(6, Long.class)));
    }

    private static Verdict.OfRow verdict(ResultSet row) throws SQLException {
        return new Verdict.OfRow(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                new Verdict(
                        row.getLong(4),
                        Optional.ofNullable(row.getObject(5, Long.class)),
                        Optional.ofNullable(row.getString(6)),
                        Optional.ofNullable(row.getString(7))));
    }

    /** SQL's null where there is none. */
    private static <T> Long[] numbers(List<T> rows, Function<T, Long> part) {
        return rows.stream().map(part).toArray(Long[]::new);
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> part) {
        return rows.stream().map(part).toArray(String[]::new);
    }
}
