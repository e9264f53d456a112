package org.fingerpost.cli.walk;

import java.util.List;
import org.fingerpost.cli.files.Reading;

/** What one request came to, for the phone. */
public sealed interface Outcome {
    /** A configuration file the phone accepts. */
    record Read(Reading.Accepted file) implements Outcome {}

    /** A configuration file the phone drops. */
    record Dropped(Reading.Refused why) implements Outcome {}

    /** Firmware, whole. */
    record Downloaded(long bytes, String sha256) implements Outcome {}

    /** No such file: the phone asks for the next one. */
    record NotThere() implements Outcome {}

    /** 503: the phone would come back at its next check. */
    record Busy() implements Outcome {}

    /** Anything else that leaves the phone without the file; each reason is a sentence. */
    record Lost(List<String> reasons) implements Outcome {
        public Lost {
            reasons = List.copyOf(reasons);
        }
    }
}
