package org.fingerpost.redirect.imports.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.fingerpost.redirect.attempts.Statements;

/** The statements on a job's rows and verdicts; outside a transaction each is one of its own. */
@ApplicationScoped
public class JobRows {
    /** No transaction works on more rows than this, so that none runs longer than a second. */
    public static final int CHUNK = 1000;

    private static final String ADD =
            """
            INSERT INTO range_job_row (job_id, line, first_said, last_said, target_said, company, range_id)
            SELECT ?, line, first, last, target, company, range
            FROM json_to_recordset(?::json)
                AS said (line bigint, first text, last text, target text, company text, range bigint)
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
            SELECT ?, line, range, rule, reason
            FROM json_to_recordset(?::json) AS came (line bigint, range bigint, rule text, reason text)
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
    private final ObjectMapper json;

    JobRows(Statements statements, ObjectMapper json) {
        this.statements = statements;
        this.json = json;
    }

    public void add(long job, List<JobRow> rows) {
        statements.run(ADD, job, written(rows));
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
        statements.run(JUDGE, job.id(), written(verdicts));
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

    private String written(List<?> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rows cannot be written as JSON", e);
        }
    }
}
