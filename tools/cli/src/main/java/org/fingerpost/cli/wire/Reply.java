package org.fingerpost.cli.wire;

import java.util.List;

/** What came of one request. */
public sealed interface Reply {
    /** From the first packet to the last byte. */
    long millis();

    /** No HTTP answer: no connection, no handshake, silence or nonsense. */
    record Silence(String reason, long millis) implements Reply {}

    /**
     * @param bytes length of the body as it came
     * @param faults what is wrong with its framing, each a sentence
     */
    record Answer(int status, Headers headers, long bytes, List<Fault> faults, long millis)
            implements Reply {
        public Answer {
            faults = List.copyOf(faults);
        }

        public boolean has(Fault fault) {
            return faults.contains(fault);
        }
    }

    /** What a phone of the first generations cannot read. */
    enum Fault {
        CHUNKED("comes chunked: a simple phone takes the chunk sizes for data"),
        NO_LENGTH("has no Content-Length: a phone cannot tell a whole file from half of one"),
        BAD_LENGTH("has a Content-Length that is no number"),
        SHORT("is shorter than its Content-Length says"),
        LONG("is longer than its Content-Length says"),
        TOO_BIG("is bigger than a phone could hold");

        private final String sentence;

        Fault(String sentence) {
            this.sentence = sentence;
        }

        /** Completes "the answer …". */
        public String sentence() {
            return sentence;
        }
    }
}
