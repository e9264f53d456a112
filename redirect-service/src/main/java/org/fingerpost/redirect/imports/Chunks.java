package org.fingerpost.redirect.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fingerpost.redirect.attempts.Attempts;
import org.fingerpost.redirect.imports.jobs.JobRow;
import org.fingerpost.redirect.imports.jobs.JobRows;
import org.fingerpost.redirect.imports.jobs.Jobs;
import org.fingerpost.redirect.imports.jobs.RangeJob;
import org.fingerpost.redirect.imports.jobs.Verdict;
import org.fingerpost.redirect.ranges.Assignment;
import org.fingerpost.redirect.ranges.Registration;
import org.fingerpost.redirect.ranges.registering.Crossings;
import org.fingerpost.redirect.ranges.registering.RangeBatch;
import org.fingerpost.redirect.ranges.registering.Ranges;
import org.jboss.logging.Logger;

/**
 * Works on a job, a chunk at a time. What is done, its verdicts and how far the job is are one
 * transaction: whoever dies over it has done nothing, and another goes on from there.
 */
@ApplicationScoped
public class Chunks {
    private static final Logger LOG = Logger.getLogger(Chunks.class);

    /** Rows of a chunk that are looked at one by one; each costs some statements. */
    private static final int SINGLES = 100;

    /** How often what is left of a chunk is looked at together. */
    private static final int ROUNDS = 10;

    /** A chunk that fails so often in a row fails always; with the pauses that takes minutes. */
    static final int TRIES = 8;

    private final Jobs jobs;
    private final JobRows rows;
    private final RangeBatch batch;
    private final Crossings crossings;
    private final Ranges ranges;
    private final Attempts attempts;
    private final Endings endings;
    private final ImportsConfig config;

    Chunks(
            Jobs jobs,
            JobRows rows,
            RangeBatch batch,
            Crossings crossings,
            Ranges ranges,
            Attempts attempts,
            Endings endings,
            ImportsConfig config) {
        this.jobs = jobs;
        this.rows = rows;
        this.batch = batch;
        this.crossings = crossings;
        this.ranges = ranges;
        this.attempts = attempts;
        this.endings = endings;
        this.config = config;
    }

    /** Works on one chunk of the job that has waited longest; false if no job waits. */
    public boolean next() {
        AtomicReference<Optional<RangeJob>> job = new AtomicReference<>(Optional.empty());
        try {
            attempts.run(() -> {
                job.set(jobs.pick());
                job.get().ifPresent(this::work);
                return true;
            });
        } catch (RuntimeException e) {
            stumble(job.get().orElseThrow(() -> e), e);
        }
        if (job.get().isEmpty()) {
            jobs.giveUp(config.silence());
        }
        return job.get().isPresent();
    }

    private void work(RangeJob job) {
        if (job.isThrough()) {
            jobs.progress(job, job.decided(), 0, 0, true);
            endings.tell(job);
            return;
        }
        List<JobRow> window = rows.window(job);
        List<Verdict> verdicts =
                switch (job.kind()) {
                    case IMPORT -> register(job, window);
                    case APPROVAL -> approve(job, window);
                };
        rows.judge(job, verdicts);
        long accepted = verdicts.stream().filter(one -> one.range().isPresent()).count();
        jobs.progress(
                job, decided(job, window, verdicts), accepted, verdicts.size() - accepted, false);
    }

    /**
     * The chunk was rolled back. It is tried again, later each time, and other jobs go on; in the
     * end its job fails, with the verdicts that it has. Where the database itself is away this
     * throws, and no try is counted.
     */
    private void stumble(RangeJob job, RuntimeException why) {
        attempts.run(() -> {
            int failures = jobs.stumbled(job.id(), config.pause());
            if (failures >= TRIES) {
                String reason =
                        "the rows behind row "
                                + job.decided()
                                + " could not be decided, "
                                + failures
                                + " times in a row; the verdicts that are there hold. Send the"
                                + " rest again, or ask the operator, whose log says more";
                jobs.fail(job.id(), reason);
                endings.tellFailed(job, reason);
            }
            return failures;
        });
        LOG.warnf(why, "a chunk of job %d behind row %d has failed", job.id(), job.decided());
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
     * Ranges that share no address with one before them are looked at together, in a few rounds;
     * what is left follows in the order of the list. So the order of the list decides among those
     * that meet.
     */
    private List<Verdict> register(RangeJob job, List<JobRow> window) {
        long provider = job.provider().orElseThrow();
        List<Verdict> verdicts = new ArrayList<>();
        List<Reading.Sense> left = new ArrayList<>();
        for (JobRow row : window) {
            switch (Reading.of(row, provider)) {
                case Reading.Sense made -> left.add(made);
                case Reading.Nonsense(Verdict why) -> verdicts.add(why);
            }
        }
        int singles = SINGLES;
        for (int round = 0; round < ROUNDS && !left.isEmpty() && singles > 0; round++) {
            List<Reading.Sense> apart = Reading.standingApart(left);
            List<Reading.Sense> open = together(job, apart, verdicts);
            for (Reading.Sense one : open.subList(0, Math.min(open.size(), singles))) {
                verdicts.add(singly(job, one));
            }
            singles -= open.size();
            Set<Long> done = verdicts.stream().map(Verdict::line).collect(Collectors.toSet());
            left.removeIf(one -> done.contains(one.line()));
        }
        left.stream().limit(Math.max(singles, 0)).forEach(one -> verdicts.add(singly(job, one)));
        return verdicts;
    }

    /**
     * Decides what can be decided at first sight.
     *
     * @return those that must be looked at one by one
     */
    private List<Reading.Sense> together(
            RangeJob job, List<Reading.Sense> apart, List<Verdict> verdicts) {
        long provider = job.provider().orElseThrow();
        Map<Integer, Long> made =
                batch.register(job.by(), provider, Reading.wishes(apart), job.id());
        made.forEach((n, id) -> verdicts.add(Verdict.accepted(apart.get(n).line(), id)));
        List<Reading.Sense> others =
                IntStream.range(0, apart.size())
                        .filter(n -> !made.containsKey(n))
                        .mapToObj(apart::get)
                        .toList();
        if (others.isEmpty()) {
            return others;
        }
        Map<Integer, Assignment> refused = crossings.of(job.by(), provider, Reading.wishes(others));
        refused.forEach((n, why) -> verdicts.add(Reading.verdict(others.get(n), why)));
        return IntStream.range(0, others.size())
                .filter(n -> !refused.containsKey(n))
                .mapToObj(others::get)
                .toList();
    }

    private Verdict singly(RangeJob job, Reading.Sense one) {
        return Reading.verdict(one, ranges.registerListed(job.by(), one.wish(), job.id()));
    }

    private List<Verdict> approve(RangeJob job, List<JobRow> window) {
        List<Long> ids = window.stream().flatMap(row -> row.range().stream()).toList();
        Map<Long, Registration> now = batch.approve(ids, job.id());
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
}
