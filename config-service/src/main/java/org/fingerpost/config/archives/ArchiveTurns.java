package org.fingerpost.config.archives;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.fingerpost.access.Caller;
import org.fingerpost.audit.Audit;
import org.fingerpost.audit.Decision;
import org.fingerpost.config.archives.documents.Document;
import org.fingerpost.config.archives.documents.Quotes;
import org.fingerpost.config.archives.jobs.ArchiveJob;
import org.fingerpost.config.archives.jobs.ArchiveJobs;
import org.fingerpost.config.archives.jobs.ArchiveRow;
import org.fingerpost.config.archives.jobs.ArchiveRows;
import org.fingerpost.config.archives.jobs.Rejection;
import org.fingerpost.config.keys.ProviderKeys;
import org.fingerpost.config.secrets.seals.UnopenableException;
import org.fingerpost.problems.Problem;
import org.fingerpost.statements.Statements;
import org.jboss.logging.Logger;

/**
 * Takes over what waits, some documents a transaction. If one of them is refused they are done
 * again one by one, so that the refused one costs only itself.
 */
@ApplicationScoped
class ArchiveTurns {
    private static final Logger LOG = Logger.getLogger(ArchiveTurns.class);

    /** Each device costs some statements, and no transaction runs longer than a second. */
    private static final int AT_ONCE = 25;

    /** A document that fails so often in a row, and is not refused, fails always. */
    private static final int TRIES = 8;

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final ArchiveJobs jobs;
    private final ArchiveRows rows;
    private final Takeover takeover;
    private final ProviderKeys keys;
    private final Audit audit;
    private final ObjectMapper json;

    ArchiveTurns(
            ArchiveJobs jobs,
            ArchiveRows rows,
            Takeover takeover,
            ProviderKeys keys,
            Audit audit,
            ObjectMapper json) {
        this.jobs = jobs;
        this.rows = rows;
        this.takeover = takeover;
        this.keys = keys;
        this.audit = audit;
        this.json = json;
    }

    /** Does some of the work; false if there is none. */
    boolean next() {
        Optional<Long> waiting = jobs.waiting();
        if (waiting.isEmpty()) {
            jobs.giveUp();
            return wipe();
        }
        long job = waiting.get();
        if (attempt(job, AT_ONCE) instanceof Attempt.Failed) {
            oneByOne(job);
        }
        return true;
    }

    private void oneByOne(long job) {
        for (int done = 0; done < AT_ONCE; done++) {
            if (attempt(job, 1) instanceof Attempt.Failed failed && !rejected(job, failed)) {
                stumble(job, failed.why());
                return;
            }
        }
    }

    /** What came of some documents. */
    private sealed interface Attempt {
        record Done() implements Attempt {}

        /**
         * Nothing was done.
         *
         * @param tried the job as it was then; nothing if it was not even held
         */
        record Failed(Optional<ArchiveJob> tried, RuntimeException why) implements Attempt {}
    }

    private Attempt attempt(long id, int most) {
        AtomicReference<ArchiveJob> tried = new AtomicReference<>();
        try {
            QuarkusTransaction.requiringNew()
                    .run(() ->
                            jobs.hold(id)
                                    .ifPresent(job -> {
                                        tried.set(job);
                                        work(job, most);
                                    }));
            return new Attempt.Done();
        } catch (RuntimeException failed) {
            return new Attempt.Failed(Optional.ofNullable(tried.get()), failed);
        }
    }

    private void work(ArchiveJob job, int most) {
        if (job.isThrough()) {
            jobs.done(job);
            audit.record(ended(job, "archive-imported"));
            return;
        }
        List<ArchiveRow> window = rows.window(job, most);
        for (ArchiveRow row : window) {
            takeover.of(job, open(job, row));
        }
        rows.remove(job, window.getLast().line());
        jobs.progress(job, window.size(), 0);
    }

    private Document open(ArchiveJob job, ArchiveRow row) {
        return new ArchiveSeal(
                        json,
                        keys.find(job.provider(), job.keyId())
                                .orElseThrow(() -> UnopenableException.noKey(job.keyId())),
                        job.id())
                .open(row);
    }

    /**
     * True if the document was refused for good. That is written down, unless another process has
     * gone on from there meanwhile: what comes next now was never tried here.
     */
    private boolean rejected(long id, Attempt.Failed failed) {
        Optional<String> rule =
                switch (failed.why()) {
                    case Problem problem when problem.status() < 500 -> Optional.of(problem.type());
                    case IllegalArgumentException _ -> Optional.of("invalid");
                    default ->
                            Statements.wereRefused(failed.why())
                                    ? Optional.of("not-kept")
                                    : Optional.empty();
                };
        if (rule.isEmpty() || failed.tried().isEmpty()) {
            return false;
        }
        long tried = failed.tried().get().decided();
        QuarkusTransaction.requiringNew()
                .run(() ->
                        jobs.hold(id)
                                .filter(job -> job.decided() == tried)
                                .ifPresent(job -> reject(job, rule.get(), failed.why())));
        return true;
    }

    private void reject(ArchiveJob job, String rule, RuntimeException why) {
        ArchiveRow row = rows.window(job, 1).getFirst();
        Document document = open(job, row);
        rows.reject(
                job,
                new Rejection(row.line(), document.thing(), rule, reason(document, rule, why)));
        rows.remove(job, row.line());
        jobs.progress(job, 1, 1);
    }

    /** A sentence is kept in clear, and a document has secrets. */
    private String reason(Document document, String rule, RuntimeException why) {
        String sentence = String.valueOf(why.getMessage());
        if (rule.equals("not-kept")) {
            return "the database refuses what it says";
        }
        return Quotes.anyIn(sentence, document, json)
                ? "it was refused; PUT it alone to read why"
                : sentence;
    }

    /** It is tried again, later each time; in the end the job fails, with what is done. */
    private void stumble(long id, RuntimeException why) {
        int failures = jobs.stumbled(id, PAUSE);
        LOG.warnf("archive import %d has failed %d times: %s", id, failures, why.getClass());
        if (failures >= TRIES) {
            QuarkusTransaction.requiringNew()
                    .run(() ->
                            jobs.hold(id)
                                    .ifPresent(job -> {
                                        jobs.fail(
                                                id,
                                                "the document behind document "
                                                        + job.decided()
                                                        + " could not be taken over; what came"
                                                        + " before it is there");
                                        audit.record(ended(job, "archive-import-failed"));
                                    }));
        }
    }

    private static Decision ended(ArchiveJob job, String action) {
        return Decision.about(
                        new Caller.OfProvider(job.provider()),
                        action,
                        "archive-import/" + job.id(),
                        job.provider())
                .is(new Counts(job.decided() - job.rejected(), job.rejected()));
    }

    private record Counts(long accepted, long rejected) {}

    /** Documents that nobody will read hold passwords all the same. */
    private boolean wipe() {
        Optional<Long> failed = jobs.toBeWiped();
        failed.ifPresent(job -> {
            if (!rows.wipe(job)) {
                jobs.wiped(job);
            }
        });
        return failed.isPresent();
    }
}
