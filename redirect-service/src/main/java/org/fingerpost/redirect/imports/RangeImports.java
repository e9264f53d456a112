package org.fingerpost.redirect.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.fingerpost.access.Caller;
import org.fingerpost.lists.ListBody;
import org.fingerpost.problems.Problem;
import org.fingerpost.redirect.imports.jobs.Intake;
import org.fingerpost.redirect.imports.jobs.JobRow;
import org.fingerpost.redirect.imports.jobs.JobRows;
import org.fingerpost.redirect.imports.jobs.Jobs;
import org.fingerpost.redirect.imports.jobs.RangeJob;
import org.fingerpost.redirect.imports.jobs.Verdict;
import org.fingerpost.redirect.imports.lists.RangeList;

/** Keeps the imports and bulk approvals: takes them, tells how far they are. */
@ApplicationScoped
public class RangeImports {
    private final Jobs jobs;
    private final JobRows rows;
    private final ImportsConfig config;
    private final Event<Asked> asked;

    RangeImports(Jobs jobs, JobRows rows, ImportsConfig config, Event<Asked> asked) {
        this.jobs = jobs;
        this.rows = rows;
        this.config = config;
        this.asked = asked;
    }

    /** There is work. */
    record Asked(long job) {}

    /**
     * Takes a list. Its rows are put down a thousand a transaction; the work begins when all are
     * there.
     *
     * @param key the same key of the same provider is the same import, which is taken once
     * @return the import's id
     */
    public long take(
            Caller by, long provider, Optional<String> key, RangeList list, InputStream bytes)
            throws IOException {
        ListBody body = new ListBody(bytes, config.mostBytes());
        Optional<Jobs.Keyed> known = key.flatMap(named -> jobs.byKey(provider, named));
        if (known.isPresent()) {
            return same(known.get(), body.digest());
        }
        long id = jobs.open(RangeJob.Kind.IMPORT, Optional.of(provider), by, Optional.empty());
        try {
            Intake intake = new Intake(rows, id, config.mostRows());
            list.read(body, intake);
            return seal(id, provider, key, body.digest(), intake.end());
        } catch (Problem e) {
            jobs.fail(id, e.getMessage());
            throw e;
        } catch (IOException | RuntimeException e) {
            jobs.fail(id, "the list did not come in to its end");
            throw e;
        }
    }

    private long seal(long id, long provider, Optional<String> key, String digest, long count) {
        try {
            jobs.seal(id, key, Optional.of(digest), count, count);
        } catch (IllegalStateException e) {
            // Somebody sent the same key at the same time, and was quicker.
            Jobs.Keyed other =
                    key.filter(named -> e.getCause() instanceof SQLException)
                            .flatMap(named -> jobs.byKey(provider, named))
                            .orElseThrow(() -> e);
            jobs.fail(id, "the same list came twice at a time: see " + other.id());
            return same(other, digest);
        }
        asked.fire(new Asked(id));
        return id;
    }

    private static long same(Jobs.Keyed known, String digest) {
        if (!known.digest().equals(digest)) {
            throw Problem.conflict(
                    "idempotency-key-used",
                    "this Idempotency-Key came with another list, which is import " + known.id());
        }
        return known.id();
    }

    /** Approves the ranges that an import registered. */
    @Transactional
    public long approveImport(Caller operator, long id) {
        RangeJob source =
                find(operator, id)
                        .filter(job -> job.kind() == RangeJob.Kind.IMPORT)
                        .orElseThrow(() -> Problem.notFound("no import " + id));
        if (source.state() == RangeJob.State.FILLING || source.state() == RangeJob.State.RUNNING) {
            throw Problem.conflict("import-not-done", "import " + id + " is still running");
        }
        long job =
                jobs.open(
                        RangeJob.Kind.APPROVAL,
                        Optional.empty(),
                        operator,
                        Optional.of(source.id()));
        jobs.seal(job, Optional.empty(), Optional.empty(), source.accepted(), source.lastLine());
        return told(job);
    }

    /** Approves ranges by their ids, which are put down like the rows of a list. */
    public long approve(Caller operator, List<Long> ids) {
        long job = jobs.open(RangeJob.Kind.APPROVAL, Optional.empty(), operator, Optional.empty());
        List<Long> once = ids.stream().distinct().toList();
        for (int from = 0; from < once.size(); from += JobRows.CHUNK) {
            int to = Math.min(from + JobRows.CHUNK, once.size());
            rows.add(
                    job,
                    IntStream.range(from, to)
                            .mapToObj(n ->
                                    new JobRow(n + 1, "", "", "", "", Optional.of(once.get(n))))
                            .toList());
        }
        jobs.seal(job, Optional.empty(), Optional.empty(), once.size(), once.size());
        return told(job);
    }

    private long told(long job) {
        asked.fire(new Asked(job));
        return job;
    }

    public Optional<RangeJob> find(Caller caller, long id) {
        return jobs.find(caller, id);
    }

    /** A page of what the caller may see, oldest first, from behind {@code after} on. */
    public List<RangeJob> seenBy(Caller caller, long after, int size) {
        return jobs.page(caller, after, size);
    }

    /** A page of verdicts, in the order of the list, from behind the row {@code after} on. */
    public List<Verdict.OfRow> verdicts(RangeJob job, long after, int size) {
        return rows.verdicts(job, after, size);
    }

    /** All verdicts that are there, a page in memory at a time. */
    void eachVerdict(RangeJob job, Consumer<Verdict.OfRow> to) {
        long behind = 0;
        List<Verdict.OfRow> page;
        do {
            page = verdicts(job, behind, JobRows.CHUNK);
            page.forEach(to);
            behind = page.isEmpty() ? behind : page.getLast().verdict().line();
        } while (page.size() == JobRows.CHUNK);
    }
}
