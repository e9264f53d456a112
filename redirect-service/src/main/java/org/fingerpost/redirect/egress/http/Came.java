package org.fingerpost.redirect.egress.http;

import java.util.Optional;

/** What came of a request that went out. */
public sealed interface Came {
    /**
     * An answer.
     *
     * @param length what Content-Length says, if it says a number
     * @param body the first bytes of it, as many as were asked for
     */
    record Answered(int status, Optional<Long> length, Optional<String> contentType, byte[] body)
            implements Came {
        public boolean isGood() {
            return status >= 200 && status < 300;
        }
    }

    /** Nothing was sent: the address is not outside. The reason is a sentence. */
    record Refused(String reason) implements Came {}

    /** No answer, or none that is HTTP. The reason is a sentence without the peer's words. */
    record Failed(String reason) implements Came {}
}
