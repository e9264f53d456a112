package org.fingerpost.door.replies;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fingerpost.door.Answer;
import org.fingerpost.door.Lane;
import org.fingerpost.door.Seen;

/**
 * An answer in terms of HTTP, decided in full before the first byte is written.
 *
 * @param fields header fields without Content-Length
 * @param length the Content-Length, of HEAD too; -1 for 304, which may not have one of its own
 * @param seen as the sighting is to tell it
 * @param lane where its body must find a place
 */
public record Reply(
        int status,
        List<Field> fields,
        long length,
        Body body,
        Seen seen,
        Optional<Lane> lane,
        Runnable whenSent) {
    Reply(int status, List<Field> fields, long length, Body body, Seen seen, Runnable whenSent) {
        this(status, fields, length, body, seen, Optional.empty(), whenSent);
    }

    public record Field(String name, String value) {}

    public sealed interface Body {
        record Empty() implements Body {}

        record Whole(byte[] bytes) implements Body {}

        record Slice(Path file, long offset, long length) implements Body {}

        record Slices(Path file, ByteRanges ranges) implements Body {}
    }

    /** Bytes of body that this reply sets out to send. */
    public long bodyLength() {
        return switch (body) {
            case Body.Empty() -> 0;
            case Body.Whole(var bytes) -> bytes.length;
            case Body.Slice slice -> slice.length();
            case Body.Slices(var file, var ranges) -> ranges.length();
        };
    }

    static Reply bare(int status, List<Field> fields, Seen seen) {
        return new Reply(status, fields, 0, new Body.Empty(), seen, Answer.NO_SEQUEL);
    }

    /** The same, without the body: for HEAD. */
    Reply headersOnly() {
        return new Reply(status, fields, length, new Body.Empty(), seen, Answer.NO_SEQUEL);
    }
}
