package org.fingerpost.door.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Entity tags and dates, as conditions use them (RFC 9110, sections 8.8 and 13.1). */
public final class Validators {
    private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[^\"]*\")");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private Validators() {}

    /** The field value of a strong tag. */
    public static String tag(String opaque) {
        return '"' + opaque + '"';
    }

    /** If-None-Match against a strong tag; weak comparison, as section 13.1.2 wants it. */
    public static boolean matches(String ifNoneMatch, String opaque) {
        if (ifNoneMatch.strip().equals("*")) {
            return true;
        }
        Matcher tags = TAG.matcher(ifNoneMatch);
        while (tags.find()) {
            if (tags.group(1).equals(tag(opaque))) {
                return true;
            }
        }
        return false;
    }

    /** If-Range: only the very same strong tag or the very same date keeps the range alive. */
    public static boolean holds(String ifRange, String opaque, Instant lastModified) {
        String wanted = ifRange.strip();
        return wanted.equals(tag(opaque)) || wanted.equals(date(lastModified));
    }

    /**
     * If-Modified-Since, as a validator: only the very same date is a match. What stands behind an
     * address may go back to something older, and is modified then. A date that cannot be read is
     * no condition.
     */
    public static boolean sameDate(String ifModifiedSince, Instant lastModified) {
        return parse(ifModifiedSince.strip())
                .map(since -> lastModified.truncatedTo(ChronoUnit.SECONDS).equals(since))
                .orElse(false);
    }

    /** The date as {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
    public static String date(Instant instant) {
        return DATE.format(instant);
    }

    private static Optional<Instant> parse(String date) {
        try {
            return Optional.of(Instant.from(DATE.parse(date)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
