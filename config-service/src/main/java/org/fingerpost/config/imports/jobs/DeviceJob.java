package org.fingerpost.config.imports.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fingerpost.config.imports.lists.Encoding;

/**
 * A device list that is worked on, and how far that is.
 *
 * @param keyId of the provider's key that its rows are sealed with
 * @param columns as its header names them; none while it is filling
 * @param reason why it failed
 * @param rows how many there are; the first one behind the header is row 1
 * @param decided every row up to this one has its verdict
 */
public record DeviceJob(
        long id,
        long provider,
        String keyId,
        List<String> columns,
        Encoding encoding,
        State state,
        Optional<String> reason,
        long rows,
        long decided,
        long accepted,
        long rejected,
        Instant askedAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt) {

    public enum State {
        /** Its list is still coming in. */
        FILLING,
        RUNNING,
        DONE,
        /** It ended early; the verdicts that are there hold. */
        FAILED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Is everything decided that was asked? */
    public boolean isThrough() {
        return decided >= rows;
    }
}
