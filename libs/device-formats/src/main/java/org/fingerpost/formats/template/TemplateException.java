package org.fingerpost.formats.template;

/**
 * A file from which no settings can be taken, or settings that no text can hold: what, where, why
 * in a sentence that quotes no value.
 */
public final class TemplateException extends IllegalArgumentException {

    private final int line;
    private final String why;

    /**
     * @param line from 1; 0 if it is the whole file that is wrong
     */
    TemplateException(int line, String why) {
        super(line == 0 ? why : "line " + line + ": " + why);
        this.line = line;
        this.why = why;
    }

    TemplateException(int line, String why, Exception cause) {
        this(line, why);
        initCause(cause);
    }

    /** From 1; 0 if it is the whole file that is wrong. */
    public int line() {
        return line;
    }

    /** The sentence without the place. */
    public String why() {
        return why;
    }
}
