package org.fingerpost.config.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.fingerpost.config.imports.jobs.DeviceJob;
import org.fingerpost.config.imports.jobs.JobRow;
import org.fingerpost.config.imports.jobs.JobRows;
import org.fingerpost.config.imports.jobs.Jobs;
import org.fingerpost.config.imports.jobs.Verdict;
import org.fingerpost.statements.Statements;
import org.jboss.logging.Logger;

/**
 * Works on a job, a chunk at a time. What is done, its verdicts and how far the job is are one
 * transaction: whoever dies over it has done nothing, and another goes on from there.
 *
 * <p>A row that is refused takes its transaction with it. The chunk is then done again up to that
 * row, which has its verdict now; so a bad row costs itself and at worst a second try of those
 * before it.
 */
@ApplicationScoped
public class Chunks {
    private static final Logger LOG = Logger.getLogger(Chunks.class);

    /** Rows share their statements; no transaction runs longer than a second. */
    static final int ROWS = 200;

    /** A row that fails so often in a row fails always; with the pauses that takes minutes. */
    static final int TRIES = 8;

    private final Jobs jobs;
    private final JobRows rows;
    private final Rows devices;
    private final Endings endings;
    private final ImportsConfig config;

    Chunks(Jobs jobs, JobRows rows, Rows devices, Endings endings, ImportsConfig config) {
        this.jobs = jobs;
        this.rows = rows;
        this.devices = devices;
        this.endings = endings;
        this.config = config;
    }

    /** Works on one chunk of the job that has waited longest; false if no job waits. */
    public boolean next() {
        Turn turn = new Turn();
        Optional<Turn> again = Optional.of(turn);
        while (again.isPresent()) {
            turn = again.get();
            again = attempt(turn);
        }
        if (turn.job.isEmpty()) {
            jobs.giveUp(config.silence());
            return wipe();
        }
        return true;
    }

    /**
     * Tries a turn, in a transaction.
     *
     * @return the turn to be tried instead, if this one has failed
     */
    private Optional<Turn> attempt(Turn turn) {
        try {
            QuarkusTransaction.requiringNew().run(() -> work(turn));
            return Optional.empty();
        } catch (Rows.Refused e) {
            return Optional.of(turn.upTo(e.verdict()));
        } catch (RuntimeException e) {
            DeviceJob job = turn.job.orElseThrow(() -> e);
            Optional<Turn> smaller = turn.smaller(e);
            if (smaller.isEmpty()) {
                stumble(job, e);
            }
            return smaller;
        }
    }

    private void work(Turn turn) {
        turn.job = turn.pick(jobs);
        turn.job.ifPresent(job -> {
            if (job.isThrough()) {
                jobs.done(job);
                endings.tell(job);
            } else {
                decide(turn, job);
            }
        });
    }

    private void decide(Turn turn, DeviceJob job) {
        turn.window = rows.window(job, Math.min(turn.last, job.decided() + ROWS));
        List<Verdict> verdicts = devices.of(job).put(turn.window, turn::known);
        rows.judge(job, verdicts);
        long accepted = verdicts.stream().filter(Verdict::isAccepted).count();
        jobs.progress(job, accepted, verdicts.size() - accepted);
    }

    /**
     * The row was rolled back. It is tried again, later each time, and other jobs go on; in the end
     * its job fails, with the verdicts that it has. Where the database itself is away this throws,
     * and no try is counted.
     */
    private void stumble(DeviceJob job, RuntimeException why) {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    int failures = jobs.stumbled(job.id(), config.pause());
                    if (failures >= TRIES) {
                        String reason =
                                "the row behind row "
                                        + job.decided()
                                        + " could not be decided, "
                                        + failures
                                        + " times in a row; the verdicts that are there hold. Send"
                                        + " the rest again, or ask the operator, whose log says"
                                        + " more";
                        jobs.fail(job.id(), reason);
                        endings.tellFailed(job, reason);
                    }
                });
        LOG.warnf(
                "row %d of device import %d has failed: %s",
                job.decided() + 1, job.id(), why.getClass().getName());
    }

    /** Rows that nobody will read hold passwords all the same. */
    private boolean wipe() {
        Optional<Long> failed = jobs.toBeWiped();
        failed.ifPresent(job -> {
            if (!rows.wipe(job)) {
                jobs.wiped(job);
            }
        });
        return failed.isPresent();
    }

    /** What is tried in one transaction, and how far that came. */
    private static final class Turn {
        private final Optional<Long> only;
        private final long last;
        private final Optional<Verdict> verdict;
        private Optional<DeviceJob> job = Optional.empty();
        private List<JobRow> window = List.of();

        Turn() {
            this(Optional.empty(), Long.MAX_VALUE, Optional.empty());
        }

        private Turn(Optional<Long> only, long last, Optional<Verdict> verdict) {
            this.only = only;
            this.last = last;
            this.verdict = verdict;
        }

        Optional<DeviceJob> pick(Jobs jobs) {
            return only.isPresent() ? jobs.pick(only.get()) : jobs.pick();
        }

        /** The verdict that is known from the turn before. */
        Optional<Verdict> known(JobRow row) {
            return verdict.filter(came -> came.line() == row.line());
        }

        Turn upTo(Verdict came) {
            return new Turn(job.map(DeviceJob::id), came.line(), Optional.of(came));
        }

        /** The first half of it, or its only row as one that the database does not take. */
        Optional<Turn> smaller(RuntimeException why) {
            if (window.size() > 1) {
                long half = window.get(window.size() / 2 - 1).line();
                return Optional.of(new Turn(job.map(DeviceJob::id), half, Optional.empty()));
            }
            return window.stream()
                    .filter(row -> verdict.isEmpty() && Statements.wereRefused(why))
                    .map(row ->
                            upTo(
                                    Verdict.rejected(
                                            row,
                                            "not-kept",
                                            "the database refuses what the row says")))
                    .findFirst();
        }
    }
}
