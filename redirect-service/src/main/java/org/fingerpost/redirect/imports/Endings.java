package org.fingerpost.redirect.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.access.Caller;
import org.fingerpost.audit.Audit;
import org.fingerpost.audit.Decision;
import org.fingerpost.redirect.imports.jobs.JobRows;
import org.fingerpost.redirect.imports.jobs.Jobs;
import org.fingerpost.redirect.imports.jobs.RangeJob;
import org.fingerpost.redirect.notices.Notices;
import org.fingerpost.redirect.ranges.registering.RangeBatch;

/**
 * Tells that a job has ended, in the transaction that ends it: one entry of the audit and one
 * notice to each provider it concerns, however many ranges there are. Its verdicts tell of each.
 */
@ApplicationScoped
class Endings {
    /** More ids than that are not approved at once. */
    private static final int MOST_IDS = 10_000;

    private final Audit audit;
    private final Notices notices;
    private final Jobs jobs;
    private final JobRows rows;
    private final RangeBatch batch;

    Endings(Audit audit, Notices notices, Jobs jobs, JobRows rows, RangeBatch batch) {
        this.audit = audit;
        this.notices = notices;
        this.jobs = jobs;
        this.rows = rows;
        this.batch = batch;
    }

    /** What the whole job came to. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Sum(
            long rows,
            long accepted,
            long rejected,
            Optional<Long> importId,
            Optional<String> reason,
            String verdicts) {}

    /** What a provider reads of it. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Told(
            String text,
            long ranges,
            Optional<Long> rejected,
            Optional<Long> importId,
            Optional<String> verdicts) {}

    void tell(RangeJob job) {
        write(job, Optional.empty());
        switch (job.kind()) {
            case IMPORT ->
                    notice(job, "ranges-imported", "Your list of ranges has been worked on.");
            case APPROVAL -> tellEntered(job);
        }
    }

    void tellFailed(RangeJob job, String reason) {
        write(job, Optional.of(reason));
        switch (job.kind()) {
            case IMPORT ->
                    notice(
                            job,
                            "range-import-failed",
                            "Your list of ranges was not worked on to its end: " + reason);
            // Those that it did approve are entered all the same.
            case APPROVAL -> tellEntered(job);
        }
    }

    private void notice(RangeJob job, String kind, String text) {
        notices.tell(
                job.provider().orElseThrow(),
                kind,
                subject(job),
                new Told(
                        text,
                        job.accepted(),
                        Optional.of(job.rejected()),
                        Optional.of(job.id()),
                        Optional.of(verdicts(job.id()))));
    }

    private void tellEntered(RangeJob job) {
        ranges(job)
                .forEach((provider, ranges) ->
                        notices.tell(
                                provider,
                                "ranges-approved",
                                subject(job),
                                new Told(
                                        "Your devices are entered.",
                                        ranges,
                                        Optional.empty(),
                                        job.ofImport(),
                                        job.ofImport().map(Endings::verdicts))));
    }

    /** How many each provider has of those that were approved. */
    private Map<Long, Long> ranges(RangeJob job) {
        if (job.accepted() == 0) {
            return Map.of();
        }
        return job.ofImport()
                .flatMap(id -> jobs.find(job.by(), id))
                .flatMap(RangeJob::provider)
                .map(provider -> Map.of(provider, job.accepted()))
                .orElseGet(() -> batch.owners(rows.accepted(job, MOST_IDS)));
    }

    private void write(RangeJob job, Optional<String> reason) {
        Caller by = job.by();
        Sum sum =
                new Sum(
                        job.rows(),
                        job.accepted(),
                        job.rejected(),
                        job.ofImport(),
                        reason,
                        verdicts(job.id()));
        audit.record(
                switch (job.kind()) {
                    case IMPORT ->
                            Decision.about(
                                            by,
                                            "ranges-imported",
                                            subject(job),
                                            job.provider().orElseThrow())
                                    .is(sum);
                    case APPROVAL -> Decision.ofHouse(by, "ranges-approved", subject(job)).is(sum);
                });
    }

    private static String subject(RangeJob job) {
        return "range-import/" + job.id();
    }

    private static String verdicts(long job) {
        return "/api/v1/range-imports/" + job + "/verdicts";
    }
}
