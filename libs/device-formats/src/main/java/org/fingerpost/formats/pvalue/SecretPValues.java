package org.fingerpost.formats.pvalue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;

/**
 * The P-values whose values are secrets, on any model: a number that is a password on one family
 * counts as secret on all. They are listed, with a reason each, in {@code secret-pvalues.txt}; they
 * are not guessed from names or values.
 *
 * <pre>
 * line = pvalue [ "-" pvalue ] 1*SP reason      ; ascending, no overlap
 *      / "#" comment / empty
 * </pre>
 */
public final class SecretPValues {

    private static final String FILE = "secret-pvalues.txt";
    private static final BitSet NUMBERS = read(load());

    private SecretPValues() {}

    public static boolean contains(PValue p) {
        return NUMBERS.get(p.number());
    }

    /** Package-private so that the file's rules can be tested on bad files. */
    static BitSet read(List<String> lines) {
        var numbers = new BitSet();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                try {
                    add(line, numbers);
                } catch (IllegalArgumentException wrong) {
                    throw new IllegalStateException(
                            FILE + " line " + (i + 1) + ": " + wrong.getMessage(), wrong);
                }
            }
        }
        return numbers;
    }

    private static void add(String line, BitSet numbers) {
        int space = line.indexOf(' ');
        if (space < 0 || line.substring(space).isBlank()) {
            throw new IllegalArgumentException("a secret needs a reason beside it: " + line);
        }
        String[] ends = line.substring(0, space).split("-", 2);
        int first = PValue.parse(ends[0]).number();
        int last = PValue.parse(ends[ends.length - 1]).number();
        if (first <= numbers.length() - 1 || (ends.length == 2 && last <= first)) {
            throw new IllegalArgumentException("out of order: " + line);
        }
        numbers.set(first, last + 1);
    }

    private static List<String> load() {
        try (InputStream file = SecretPValues.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing from the jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(FILE + " cannot be read", broken);
        }
    }
}
