package org.fingerpost.cli.wire;

import java.util.List;

/** What came of one request. */
public sealed interface Reply {
    /** From the first packet to the last byte. */
    long millis();

    /** What may come of a request by HTTP. */
    sealed interface OverHttp extends Reply {}

    /** The same, which took so long. */
    default Reply after(long taken) {
        return switch (this) {
            case Silence(var reason, var _) -> new Silence(reason, taken);
            case Answer(var status, var headers, var bytes, var faults, var _) ->
                    new Answer(status, headers, bytes, faults, taken);
            case Transferred(var bytes, var faults, var _) -> new Transferred(bytes, faults, taken);
            case Refused(var code, var text, var _) -> new Refused(code, text, taken);
        };
    }

    /** No answer: no connection, no handshake, silence or nonsense. */
    record Silence(String reason, long millis) implements OverHttp {}

    /**
     * A file by TFTP.
     *
     * @param faults what keeps a phone from using it
     */
    record Transferred(long bytes, List<Fault> faults, long millis) implements Reply {
        public Transferred {
            faults = List.copyOf(faults);
        }
    }

    /**
     * An error by TFTP (RFC 1350).
     *
     * @param text the server's, printable ASCII
     */
    record Refused(int code, String text, long millis) implements Reply {}

    /**
     * An answer by HTTP.
     *
     * @param bytes length of the body as it came
     * @param faults what is wrong with its framing, each a sentence
     */
    record Answer(int status, Headers headers, long bytes, List<Fault> faults, long millis)
            implements OverHttp {
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
        NOT_AS_SAID("has another size than its server had said"),
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
