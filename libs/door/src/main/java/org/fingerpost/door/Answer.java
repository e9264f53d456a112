package org.fingerpost.door;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a door can say to a phone. Every case carries what the sighting should tell. */
public sealed interface Answer {
    /** Nothing to do after sending. */
    Runnable NO_SEQUEL = () -> {};

    /** What was asked for and what came of it. */
    Seen seen();

    /** The bare 404, the same whatever the reason. */
    record Nothing(Seen seen) implements Answer {}

    /** Whoever asks must show a name and a password: 401 without a body (RFC 7617). */
    record Challenge(Seen seen) implements Answer {}

    /** We are busy or behind: 503 without a body; the phone keeps what it has and asks again. */
    record NotNow(Seen seen, Duration retryAfter) implements Answer {}

    /**
     * A document made for this request: 200, or 304 when the phone has it already.
     *
     * @param body is not copied: nobody may change it afterwards
     * @param etag the strong validator without quotes, empty for none
     * @param cacheControl {@code no-store} unless told otherwise
     * @param whenSent run once the whole body of a GET is with the socket; never for HEAD or 304.
     *     On the event loop, so it must not block
     */
    record Bytes(
            Seen seen,
            String contentType,
            byte[] body,
            String etag,
            String cacheControl,
            Runnable whenSent)
            implements Answer {
        public Bytes(Seen seen, String contentType, byte[] body, String etag, Runnable whenSent) {
            this(seen, contentType, body, etag, "no-store", whenSent);
        }

        public Bytes(Seen seen, String contentType, byte[] body, String etag) {
            this(seen, contentType, body, etag, NO_SEQUEL);
        }

        /** It is sent whole each time, and kept by nobody on its way. */
        public Bytes withoutTag() {
            return new Bytes(seen, contentType, body, "", cacheControl, whenSent);
        }

        /** Without the body, which may hold secrets. */
        @Override
        public String toString() {
            return "Bytes[" + seen + ", " + contentType + ", " + body.length + " bytes]";
        }
    }

    /**
     * Elsewhere: 302 without a body, for phones that follow one.
     *
     * @param location an absolute URI of visible ASCII
     */
    record Moved(Seen seen, String location) implements Answer {
        public Moved {
            if (location.isEmpty() || !location.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
                throw new IllegalArgumentException("a location is an absolute URI in ASCII");
            }
        }
    }

    /**
     * An immutable file on the local disk: 200, 206, 304 or 416; 503 if it is not there with the
     * promised size.
     *
     * @param etag the strong validator without quotes; names these bytes for ever
     * @param cacheControl empty for none
     * @param vary the request's fields that the choice hung on; empty for none
     * @param lane where its body finds a place, or is put off
     * @param whenSent run once the whole file (a 200, no part of it) is with the socket; never for
     *     HEAD, 206 or 304. On the event loop, so it must not block
     */
    record StoredFile(
            Seen seen,
            Path file,
            long size,
            String etag,
            Instant lastModified,
            String cacheControl,
            String vary,
            Optional<Lane> lane,
            Runnable whenSent)
            implements Answer {
        public StoredFile(
                Seen seen,
                Path file,
                long size,
                String etag,
                Instant lastModified,
                Runnable whenSent) {
            this(seen, file, size, etag, lastModified, "", "", Optional.empty(), whenSent);
        }
    }
}
