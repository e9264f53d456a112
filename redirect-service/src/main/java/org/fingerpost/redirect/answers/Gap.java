package org.fingerpost.redirect.answers;

import java.nio.charset.StandardCharsets;

/**
 * Where the phone's own interval stands in a file.
 *
 * @param at offset of the first digit
 * @param digits how many there are; 0 if every phone is told the same
 */
record Gap(int at, int digits) {
    static final Gap NONE = new Gap(0, 0);

    /**
     * The gap behind a text that stands in the file once, as the name of a P-value with what parts
     * it from its neighbours does: values are escaped and cannot hold it.
     */
    static Gap behind(String text, int digits, byte[] file) {
        // One octet a character, so that offsets agree.
        int found = new String(file, StandardCharsets.ISO_8859_1).indexOf(text);
        if (found < 0) {
            throw new IllegalStateException(text + " is not in the file");
        }
        return new Gap(found + text.length(), digits);
    }

    /** Writes the number, which has as many digits as the gap. */
    void fill(byte[] file, int number) {
        int rest = number;
        for (int i = at + digits - 1; i >= at; i--) {
            file[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
