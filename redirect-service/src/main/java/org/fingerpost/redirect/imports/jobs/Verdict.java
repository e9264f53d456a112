package org.fingerpost.redirect.imports.jobs;

import java.util.Optional;

/**
 * What came of a row.
 *
 * @param range the range that was registered or approved; nothing if the row was rejected
 * @param rule the problem's type by which it was rejected
 * @param reason the same in a sentence
 */
public record Verdict(
        long line, Optional<Long> range, Optional<String> rule, Optional<String> reason) {

    public static Verdict accepted(long line, long range) {
        return new Verdict(line, Optional.of(range), Optional.empty(), Optional.empty());
    }

    public static Verdict rejected(long line, String rule, String reason) {
        return new Verdict(line, Optional.empty(), Optional.of(rule), Optional.of(reason));
    }

    /** A verdict beside the row it is about; an approval's rows may say nothing but the range. */
    public record OfRow(String first, String last, String target, Verdict verdict) {}
}
