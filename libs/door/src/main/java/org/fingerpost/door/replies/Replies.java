package org.fingerpost.door.replies;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fingerpost.door.Answer;
import org.fingerpost.door.PhoneRequest;
import org.fingerpost.door.Seen;
import org.fingerpost.door.http.ByteRange;
import org.fingerpost.door.http.Validators;
import org.fingerpost.door.replies.Reply.Body;
import org.fingerpost.door.replies.Reply.Field;
import org.fingerpost.door.sightings.Outcome;

/** Turns a door's answer into HTTP: conditions, ranges, HEAD (RFC 9110, sections 13 and 14). */
public final class Replies {
    /** For troubles of our own, which nobody can foresee the end of. */
    public static final Duration A_WHILE = Duration.ofSeconds(30);

    private Replies() {}

    public static Reply to(Answer answer, PhoneRequest request) {
        Reply reply =
                switch (answer) {
                    case Answer.Nothing(var seen) -> Reply.bare(404, List.of(), seen);
                    case Answer.Challenge(var seen) -> challenge(seen);
                    case Answer.NotNow(var seen, var retryAfter) -> notNow(seen, retryAfter);
                    case Answer.Moved(var seen, var location) -> moved(seen, location);
                    case Answer.Bytes bytes -> document(bytes, request);
                    case Answer.StoredFile file -> file(file, request);
                };
        return request.head() ? reply.headersOnly() : reply;
    }

    /** One realm for all, and no charset: the fewer words, the more phones understand them. */
    private static Reply challenge(Seen seen) {
        List<Field> fields =
                List.of(
                        new Field("WWW-Authenticate", "Basic realm=\"phones\""),
                        new Field("Cache-Control", "no-store"));
        return Reply.bare(401, fields, seen);
    }

    public static Reply notNow(Seen seen, Duration retryAfter) {
        String seconds = Long.toString(Math.max(1, retryAfter.toSeconds()));
        return Reply.bare(503, List.of(new Field("Retry-After", seconds)), seen);
    }

    /** Not to be kept: a phone's server may change at any time. */
    private static Reply moved(Seen seen, String location) {
        List<Field> fields =
                List.of(new Field("Location", location), new Field("Cache-Control", "no-store"));
        return Reply.bare(302, fields, seen);
    }

    private static Reply document(Answer.Bytes bytes, PhoneRequest request) {
        List<Field> fields = new ArrayList<>();
        if (!bytes.etag().isEmpty()) {
            fields.add(new Field("ETag", Validators.tag(bytes.etag())));
        }
        fields.add(new Field("Cache-Control", bytes.cacheControl()));
        if (!bytes.etag().isEmpty()
                && request.ifNoneMatch()
                        .filter(tags -> Validators.matches(tags, bytes.etag()))
                        .isPresent()) {
            return notModified(fields, bytes.seen());
        }
        fields.add(0, new Field("Content-Type", bytes.contentType()));
        Body body = new Body.Whole(bytes.body());
        return new Reply(200, fields, bytes.body().length, body, bytes.seen(), bytes.whenSent());
    }

    private static Reply file(Answer.StoredFile stored, PhoneRequest request) {
        if (!isThere(stored)) {
            return notNow(stored.seen().withOutcome(Outcome.BUSY), A_WHILE);
        }
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("ETag", Validators.tag(stored.etag())));
        fields.add(new Field("Last-Modified", Validators.date(stored.lastModified())));
        fields.add(new Field("Accept-Ranges", "bytes"));
        if (!stored.cacheControl().isEmpty()) {
            fields.add(new Field("Cache-Control", stored.cacheControl()));
        }
        if (!stored.vary().isEmpty()) {
            fields.add(new Field("Vary", stored.vary()));
        }
        if (isKnown(stored, request)) {
            return notModified(fields, stored.seen());
        }
        return switch (range(stored, request)) {
            case ByteRange.Whole() -> slice(200, fields, stored, 0, stored.size());
            case ByteRange.Part part -> {
                String span = part.first() + "-" + part.last() + "/" + stored.size();
                fields.add(new Field("Content-Range", "bytes " + span));
                yield slice(206, fields, stored, part.first(), part.length());
            }
            case ByteRange.Parts(var parts) ->
                    slices(fields, stored, ByteRanges.of(stored.etag(), parts, stored.size()));
            case ByteRange.Unsatisfiable() -> {
                fields.add(new Field("Content-Range", "bytes */" + stored.size()));
                yield Reply.bare(416, fields, stored.seen().withOutcome(Outcome.NONE));
            }
        };
    }

    private static Reply slice(
            int status, List<Field> fields, Answer.StoredFile stored, long offset, long length) {
        fields.add(0, new Field("Content-Type", "application/octet-stream"));
        Body body = new Body.Slice(stored.file(), offset, length);
        Runnable whenSent = status == 200 ? stored.whenSent() : Answer.NO_SEQUEL;
        return new Reply(status, fields, length, body, stored.seen(), stored.lane(), whenSent);
    }

    private static Reply slices(List<Field> fields, Answer.StoredFile stored, ByteRanges ranges) {
        fields.add(0, new Field("Content-Type", ranges.contentType()));
        Body body = new Body.Slices(stored.file(), ranges);
        return new Reply(
                206, fields, ranges.length(), body, stored.seen(), stored.lane(), Answer.NO_SEQUEL);
    }

    private static Reply notModified(List<Field> fields, Seen seen) {
        Seen known = seen.withOutcome(Outcome.NOT_MODIFIED);
        return new Reply(304, fields, -1, new Body.Empty(), known, Answer.NO_SEQUEL);
    }

    /** If-None-Match goes before If-Modified-Since (section 13.2.2). */
    private static boolean isKnown(Answer.StoredFile stored, PhoneRequest request) {
        return request.ifNoneMatch()
                .map(tags -> Validators.matches(tags, stored.etag()))
                .orElseGet(() ->
                        request.ifModifiedSince().map(d -> unmodified(stored, d)).orElse(false));
    }

    private static boolean unmodified(Answer.StoredFile stored, String date) {
        return Validators.sameDate(date, stored.lastModified());
    }

    /** Ranges are for GET only (section 14.2), and only while If-Range holds. */
    private static ByteRange range(Answer.StoredFile stored, PhoneRequest request) {
        boolean stale =
                request.ifRange()
                        .filter(v -> !Validators.holds(v, stored.etag(), stored.lastModified()))
                        .isPresent();
        if (request.head() || stale) {
            return new ByteRange.Whole();
        }
        return request.range()
                .map(field -> ByteRange.of(field, stored.size()))
                .orElseGet(ByteRange.Whole::new);
    }

    private static boolean isThere(Answer.StoredFile stored) {
        try {
            return Files.size(stored.file()) == stored.size();
        } catch (IOException e) {
            return false;
        }
    }
}
