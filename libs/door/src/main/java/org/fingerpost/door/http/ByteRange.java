package org.fingerpost.door.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a Range field asks of a file (RFC 9110, section 14). */
public sealed interface ByteRange {
    /** The whole file: no range, one that we do not understand, or too many. */
    record Whole() implements ByteRange {}

    /** From first to last, both included. */
    record Part(long first, long last) implements ByteRange {
        public long length() {
            return last - first + 1;
        }
    }

    /** At least two, in the order in which they were asked for. */
    record Parts(List<Part> parts) implements ByteRange {
        public Parts {
            parts = List.copyOf(parts);
        }
    }

    /** Nothing of the file is in the range. */
    record Unsatisfiable() implements ByteRange {}

    /** More is no download manager's need (section 14.2 allows to ignore them). */
    int MOST = 16;

    Pattern FIELD = Pattern.compile("bytes=(.*)", Pattern.CASE_INSENSITIVE);

    /** One range: {@code 0-499}, {@code 500-} or {@code -500}. */
    Pattern SINGLE = Pattern.compile("(\\d*)-(\\d*)");

    /** Ranges that are more than the file when taken together get the file. */
    static ByteRange of(String field, long size) {
        Matcher matcher = FIELD.matcher(field);
        if (!matcher.matches()) {
            return new Whole();
        }
        List<Part> parts = new ArrayList<>();
        int asked = 0;
        for (String element : matcher.group(1).split(",", 64)) {
            String range = element.strip();
            if (range.isEmpty()) {
                continue;
            }
            asked++;
            switch (single(range, size)) {
                case Part part -> parts.add(part);
                case Unsatisfiable() -> {
                    // Left out, as long as another one is in the file.
                }
                case Whole(), Parts(_) -> {
                    return new Whole();
                }
            }
        }
        return asked == 0 || asked > MOST ? new Whole() : together(parts, size);
    }

    private static ByteRange together(List<Part> parts, long size) {
        if (parts.isEmpty()) {
            return new Unsatisfiable();
        }
        boolean more = parts.stream().mapToLong(Part::length).sum() > size;
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        return more ? new Whole() : new Parts(parts);
    }

    private static ByteRange single(String range, long size) {
        Matcher matcher = SINGLE.matcher(range);
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
