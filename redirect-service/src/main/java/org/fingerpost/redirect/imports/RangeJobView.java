package org.fingerpost.redirect.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import org.fingerpost.redirect.imports.jobs.RangeJob;
import org.fingerpost.redirect.imports.jobs.Verdict;

/** A job as answers show it; what it does not have is left out. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record RangeJobView(
        long id,
        String kind,
        String state,
        Optional<String> reason,
        Optional<Long> providerId,
        Optional<Long> importId,
        long rows,
        long accepted,
        long rejected,
        Instant askedAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt) {

    static RangeJobView of(RangeJob job) {
        // To whoever asks, a list that comes in is one that is worked on.
        RangeJob.State state =
                job.state() == RangeJob.State.FILLING ? RangeJob.State.RUNNING : job.state();
        return new RangeJobView(
                job.id(),
                job.kind().word(),
                state.word(),
                job.reason(),
                job.provider(),
                job.ofImport(),
                job.rows(),
                job.accepted(),
                job.rejected(),
                job.askedAt(),
                job.startedAt(),
                job.finishedAt());
    }

    /** A verdict as JSON; as CSV the same columns. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record OfRow(
            long line,
            String first,
            String last,
            String targetServerId,
            String verdict,
            Optional<Long> rangeId,
            Optional<String> rule,
            Optional<String> reason) {
        static final String HEADER = "line,first,last,targetServerId,verdict,rangeId,reason\r\n";

        static OfRow of(Verdict.OfRow row) {
            Verdict came = row.verdict();
            return new OfRow(
                    came.line(),
                    row.first(),
                    row.last(),
                    row.target(),
                    came.range().isPresent() ? "accepted" : "rejected",
                    came.range(),
                    came.rule(),
                    came.reason());
        }

        String csv() {
            return line
                    + ","
                    + cell(first)
                    + ","
                    + cell(last)
                    + ","
                    + cell(targetServerId)
                    + ","
                    + verdict
                    + ","
                    + rangeId.map(String::valueOf).orElse("")
                    + ","
                    + cell(rule.map(word -> word + ": " + reason.orElse("")).orElse(""))
                    + "\r\n";
        }

        private static String cell(String text) {
            return text.matches("[\\w.:-]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
        }
    }
}
