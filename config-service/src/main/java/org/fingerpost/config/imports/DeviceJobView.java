package org.fingerpost.config.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import org.fingerpost.config.imports.jobs.DeviceJob;
import org.fingerpost.config.imports.jobs.Verdict;
import org.fingerpost.formats.mac.MacAddress;

/** A job as answers show it; what it does not have is left out. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record DeviceJobView(
        long id,
        String state,
        Optional<String> reason,
        long rows,
        long accepted,
        long rejected,
        Instant askedAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt) {

    static DeviceJobView of(DeviceJob job) {
        // To whoever asks, a list that comes in is one that is worked on.
        DeviceJob.State state =
                job.state() == DeviceJob.State.FILLING ? DeviceJob.State.RUNNING : job.state();
        return new DeviceJobView(
                job.id(),
                state.word(),
                job.reason(),
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
            Optional<String> mac,
            String verdict,
            Optional<String> rule,
            Optional<String> reason) {
        static final String HEADER = "line,mac,verdict,rule,reason\r\n";

        static OfRow of(Verdict came) {
            return new OfRow(
                    came.line(),
                    came.mac().map(MacAddress::toString),
                    came.isAccepted() ? "accepted" : "rejected",
                    came.rule(),
                    came.reason());
        }

        String csv() {
            return line
                    + ","
                    + mac.orElse("")
                    + ","
                    + verdict
                    + ","
                    + rule.orElse("")
                    + ","
                    + reason.map(text -> '"' + text.replace("\"", "\"\"") + '"').orElse("")
                    + "\r\n";
        }
    }
}
