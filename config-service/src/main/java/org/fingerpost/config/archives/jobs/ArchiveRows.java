package org.fingerpost.config.archives.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.fingerpost.config.secrets.seals.Sealed;
import org.fingerpost.statements.Statements;

/** The documents that wait, and what was rejected; outside a transaction each verb is its own. */
@ApplicationScoped
public class ArchiveRows {
    private static final int AT_ONCE = 1_000;

    private static final String ADD =
            """
            WITH open AS (
                UPDATE archive_job SET seen_at = ? WHERE id = ? AND state = 'filling' RETURNING id)
            INSERT INTO archive_row (job_id, line, kind, nonce, ciphertext)
            SELECT open.id, said.* FROM open
            CROSS JOIN unnest(?::bigint[], ?::text[], ?::bytea[], ?::bytea[]) AS said
            """;

    /** Of one kind, those up to the first of another; one more once they have a megabyte. */
    private static final String WINDOW =
            """
            WITH next AS (
                SELECT line, kind, nonce, ciphertext FROM archive_row
                WHERE job_id = ? AND line > ? ORDER BY line LIMIT ?),
            sized AS (
                SELECT next.*, sum(octet_length(ciphertext)) OVER (ORDER BY line)
                    - octet_length(ciphertext) AS octets_before FROM next)
            SELECT line, kind, nonce, ciphertext FROM sized
            WHERE kind = (SELECT kind FROM next ORDER BY line LIMIT 1) AND octets_before < 1048576
            ORDER BY line
            """;

    private static final String WIPE =
            """
            DELETE FROM archive_row WHERE (job_id, line) IN (
                SELECT job_id, line FROM archive_row WHERE job_id = ? ORDER BY line LIMIT ?)
            """;

    private final Statements statements;
    private final Clock clock;

    ArchiveRows(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /**
     * Puts documents down for a job that is still open.
     *
     * @throws org.fingerpost.problems.Problem if it was given up meanwhile
     */
    public void add(long job, List<ArchiveRow> rows) {
        int added =
                statements.run(
                        ADD,
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        job,
                        rows.stream().map(ArchiveRow::line).toArray(Long[]::new),
                        rows.stream().map(ArchiveRow::kind).toArray(String[]::new),
                        rows.stream().map(row -> row.document().nonce()).toArray(byte[][]::new),
                        rows.stream()
                                .map(row -> row.document().ciphertext())
                                .toArray(byte[][]::new));
        if (added < rows.size()) {
            throw ArchiveJobs.givenUp(job);
        }
    }

    /** What comes next of the job, all of one kind. */
    public List<ArchiveRow> window(ArchiveJob job, int most) {
        return statements.list(
                WINDOW,
                row ->
                        new ArchiveRow(
                                row.getLong(1),
                                row.getString(2),
                                new Sealed(job.keyId(), row.getBytes(3), row.getBytes(4))),
                job.id(),
                job.decided(),
                most);
    }

    public void remove(ArchiveJob job, long last) {
        statements.run("DELETE FROM archive_row WHERE job_id = ? AND line <= ?", job.id(), last);
    }

    public void reject(ArchiveJob job, Rejection rejection) {
        statements.run(
                "INSERT INTO archive_rejection (job_id, line, thing, rule, reason)"
                        + " VALUES (?, ?, ?, ?, ?)",
                job.id(),
                rejection.line(),
                rejection.thing(),
                rejection.rule(),
                rejection.reason());
    }

    /** A page, in the order of the archive, from behind the document {@code after} on. */
    public List<Rejection> rejections(ArchiveJob job, long after, int size) {
        return statements.list(
                "SELECT line, thing, rule, reason FROM archive_rejection"
                        + " WHERE job_id = ? AND line > ? ORDER BY line LIMIT ?",
                row ->
                        new Rejection(
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4)),
                job.id(),
                after,
                size);
    }

    /**
     * Removes some documents of a job that failed.
     *
     * @return true if there may be more
     */
    public boolean wipe(long job) {
        return statements.run(WIPE, job, AT_ONCE) == AT_ONCE;
    }
}
