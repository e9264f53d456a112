package org.fingerpost.redirect.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** The file of the redirect key: 64 hex digits (32 random bytes). */
public final class KeyFile {
    /** The setting that names it. */
    public static final String SETTING = "fingerpost.redirect.key-file";

    private static final int DIGITS = 64;

    private KeyFile() {}

    /**
     * A key derived from the redirect key for one purpose.
     *
     * @param label names the purpose; what is sealed for another does not open
     * @throws IllegalStateException with a sentence that does not quote the file, if it holds none
     */
    public static SealingKey derive(Path file, String label) {
        return SealingKey.derived(read(file), label);
    }

    static byte[] read(Path file) {
        String text;
        try {
            text = Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException(SETTING + ": cannot read " + file, e);
        }
        try {
            if (text.length() == DIGITS) {
                return HexFormat.of().parseHex(text);
            }
        } catch (IllegalArgumentException e) {
            // Its message quotes the text, which may be most of a key.
        }
        throw new IllegalStateException(
                SETTING + ": " + file + " must hold " + DIGITS + " hex digits (32 random bytes)");
    }
}
