package org.fingerpost.redirect.imports.jobs;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.fingerpost.access.Caller;

/**
 * A list of ranges that is worked on, and how far that is.
 *
 * @param provider for whom ranges are registered; nothing at an approval
 * @param by who asked for it
 * @param ofImport the import whose ranges are approved
 * @param rows how many there are
 * @param lastLine the number of the last row
 * @param decided every row up to this one has its verdict
 * @param reason why it failed
 */
public record RangeJob(
        long id,
        Kind kind,
        Optional<Long> provider,
        Caller by,
        Optional<Long> ofImport,
        State state,
        Optional<String> reason,
        long rows,
        long lastLine,
        long decided,
        long accepted,
        long rejected,
        Instant askedAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt) {

    public enum Kind {
        IMPORT,
        APPROVAL;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

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
        return decided >= lastLine;
    }
}
