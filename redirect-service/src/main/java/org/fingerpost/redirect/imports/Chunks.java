package org.fingerpost.redirect.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fingerpost.access.Caller;
import org.fingerpost.redirect.attempts.Attempts;
import org.fingerpost.redirect.audit.Audit;
import org.fingerpost.redirect.audit.Decision;
import org.fingerpost.redirect.imports.jobs.JobRow;
import org.fingerpost.redirect.imports.jobs.JobRows;
import org.fingerpost.redirect.imports.jobs.Jobs;
import org.fingerpost.redirect.imports.jobs.RangeJob;
import org.fingerpost.redirect.imports.jobs.Verdict;
import org.fingerpost.redirect.ranges.RangeBatch;
import org.fingerpost.redirect.ranges.Ranges;
import org.fingerpost.redirect.ranges.Registration;

/**
 * Works on a job, a chunk at a time. What is done, its verdicts and how far the job is are one
 * transaction: whoever dies over it has done nothing, and another goes on from there.
 */
@ApplicationScoped
public class Chunks {
    /** Rows of a chunk that are looked at one by one; each costs some statements. */
    private static final int SINGLES = 100;

    private final Jobs jobs;
    private final JobRows rows;
    private final RangeBatch batch;
    private final Ranges ranges;
    private final Attempts attempts;
    private final Audit audit;

    Chunks(
            Jobs jobs,
            JobRows rows,
            RangeBatch batch,
            Ranges ranges,
            Attempts attempts,
            Audit audit) {
        this.jobs = jobs;
        this.rows = rows;
        this.batch = batch;
        this.ranges = ranges;
        this.attempts = attempts;
        this.audit = audit;
    }

    /** Works on one chunk of the job that has waited longest; false if no job waits. */
    public boolean next() {
        return attempts.run(() -> {
            Optional<RangeJob> job = jobs.pick();
            job.ifPresent(this::work);
            return job.isPresent();
        });
    }

    private void work(RangeJob job) {
        if (job.isThrough()) {
            jobs.progress(job, job.decided(), 0, 0, true);
            audit.record(decision(job));
            return;
        }
        List<JobRow> window = rows.window(job);
        List<Verdict> verdicts =
                switch (job.kind()) {
                    case IMPORT -> register(job, window);
                    case APPROVAL -> approve(window);
                };
        rows.judge(job, verdicts);
        long accepted = verdicts.stream().filter(one -> one.range().isPresent()).count();
        jobs.progress(
                job, decided(job, window, verdicts), accepted, verdicts.size() - accepted, false);
    }

    /** Up to the first row that has no verdict yet. */
    private static long decided(RangeJob job, List<JobRow> window, List<Verdict> verdicts) {
        Set<Long> judged = verdicts.stream().map(Verdict::line).collect(Collectors.toSet());
        return window.stream()
                .map(JobRow::line)
                .filter(line -> !judged.contains(line))
                .findFirst()
                .map(line -> line - 1)
                .orElse(JobRows.windowEnd(job));
    }

    /**
     * Ranges that share no address do not meet, in whatever order they come: those are registered
     * together. The others follow in the order of the list.
     */
    private List<Verdict> register(RangeJob job, List<JobRow> window) {
        long provider = job.provider().orElseThrow();
        List<Verdict> verdicts = new ArrayList<>();
        List<Reading.Sense> sense = new ArrayList<>();
        for (JobRow row : window) {
            switch (Reading.of(row, provider)) {
                case Reading.Sense made -> sense.add(made);
                case Reading.Nonsense(Verdict why) -> verdicts.add(why);
            }
        }
        List<Reading.Sense> apart = Reading.standingApart(sense);
        Map<Integer, Long> made =
                batch.register(
                        job.by(), provider, apart.stream().map(Reading.Sense::wish).toList());
        made.forEach((n, id) -> verdicts.add(Verdict.accepted(apart.get(n).line(), id)));
        Set<Long> done = verdicts.stream().map(Verdict::line).collect(Collectors.toSet());
        sense.stream()
                .filter(one -> !done.contains(one.line()))
                .sorted(Comparator.comparingLong(Reading.Sense::line))
                .limit(SINGLES)
                .forEach(one ->
                        verdicts.add(Reading.verdict(one, ranges.register(job.by(), one.wish()))));
        return verdicts;
    }

    private List<Verdict> approve(List<JobRow> window) {
        Map<Long, Registration> now =
                batch.approve(window.stream().flatMap(row -> row.range().stream()).toList());
        return window.stream()
                .map(row -> approval(row, Optional.ofNullable(now.get(row.range().orElseThrow()))))
                .toList();
    }

    private static Verdict approval(JobRow row, Optional<Registration> now) {
        long id = row.range().orElseThrow();
        if (now.isEmpty()) {
            return Verdict.rejected(row.line(), "not-found", "no range " + id);
        }
        return switch (now.get().state()) {
            case PILOT, ACTIVE -> Verdict.accepted(row.line(), id);
            case PENDING, REJECTED, DEFAULT ->
                    Verdict.rejected(
                            row.line(),
                            "range-not-so-far",
                            "range "
                                    + id
                                    + " is "
                                    + now.get().state().word()
                                    + ": this comes too early or too late");
        };
    }

    /** What the whole job came to; its verdicts tell of each range. */
    private record Sum(long rows, long accepted, long rejected, Optional<Long> importId) {}

    private static Decision decision(RangeJob job) {
        Caller by = job.by();
        String subject = "range-import/" + job.id();
        Sum sum = new Sum(job.rows(), job.accepted(), job.rejected(), job.ofImport());
        return switch (job.kind()) {
            case IMPORT ->
                    Decision.about(by, "ranges-imported", subject, job.provider().orElseThrow())
                            .is(sum);
            case APPROVAL -> Decision.ofHouse(by, "ranges-approved", subject).is(sum);
        };
    }
}
