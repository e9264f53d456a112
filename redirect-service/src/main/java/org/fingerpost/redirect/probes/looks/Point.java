package org.fingerpost.redirect.probes.looks;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One thing that was looked at.
 *
 * @param name a stable word: {@code name}, {@code address}, {@code tcp}, {@code tls}, …
 * @param detail a sentence or a few words
 */
public record Point(String name, Verdict verdict, String detail) {

    public enum Verdict {
        @JsonProperty("passed")
        PASSED,
        /** Well for some phones, not for others. */
        @JsonProperty("warning")
        WARNING,
        /** No phone gets past it. */
        @JsonProperty("failed")
        FAILED
    }

    public static Point passed(String name, String detail) {
        return new Point(name, Verdict.PASSED, detail);
    }

    public static Point warning(String name, String detail) {
        return new Point(name, Verdict.WARNING, detail);
    }

    public static Point failed(String name, String detail) {
        return new Point(name, Verdict.FAILED, detail);
    }
}
