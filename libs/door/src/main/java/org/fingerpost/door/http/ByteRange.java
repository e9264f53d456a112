package org.fingerpost.door.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a Range field asks of a file (RFC 9110, section 14). */
public sealed interface ByteRange {
    /** The whole file: no range, one that we do not understand, or several. */
    record Whole() implements ByteRange {}

    /** From first to last, both included. */
    record Part(long first, long last) implements ByteRange {
        public long length() {
            return last - first + 1;
        }
    }

    /** Nothing of the file is in the range. */
    record Unsatisfiable() implements ByteRange {}

    /** One range: {@code 0-499}, {@code 500-} or {@code -500}. */
    Pattern SINGLE = Pattern.compile("bytes=[ \t,]*(\\d*)-(\\d*)[ \t,]*", Pattern.CASE_INSENSITIVE);

    /**
     * Several ranges get the whole file, which section 14.2 allows: no phone asks for them and
     * {@code multipart/byteranges} would be code that nobody runs.
     */
    static ByteRange of(String field, long size) {
        Matcher matcher = SINGLE.matcher(field);
        if (!matcher.matches()) {
            return new Whole();
        }
        String first = matcher.group(1);
        String last = matcher.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? new Whole() : suffix(number(last), size);
        }
        return part(number(first), last.isEmpty() ? Long.MAX_VALUE : number(last), size);
    }

    private static ByteRange part(long first, long last, long size) {
        if (first > last) {
            return new Whole();
        }
        if (first >= size) {
            return new Unsatisfiable();
        }
        return new Part(first, Math.min(last, size - 1));
    }

    private static ByteRange suffix(long length, long size) {
        if (length == 0) {
            return new Unsatisfiable();
        }
        // All of nothing is still all of it.
        return size == 0 ? new Whole() : new Part(Math.max(0, size - length), size - 1);
    }

    private static long number(String digits) {
        // 18 digits fit into a long; more are beyond every file.
        String plain = digits.replaceFirst("^0+(?=.)", "");
        return plain.length() > 18 ? Long.MAX_VALUE : Long.parseLong(plain);
    }
}
