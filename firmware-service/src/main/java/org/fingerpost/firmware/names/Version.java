package org.fingerpost.firmware.names;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A firmware version, such as {@code 1.0.11.39}: numbers with dots between, as it was written. */
public record Version(String text) implements Comparable<Version> {
    private static final int LONGEST = 32;
    private static final Pattern FORM = Pattern.compile("[0-9]+(\\.[0-9]+)*");

    public Version {
        if (!isOne(text)) {
            throw new IllegalArgumentException(
                    "version: numbers with dots between, such as 1.0.11.39, "
                            + LONGEST
                            + " characters at the most");
        }
    }

    /** The version, if the text is one. */
    public static Optional<Version> find(String text) {
        return isOne(text) ? Optional.of(new Version(text)) : Optional.empty();
    }

    /** Number by number, not letter by letter; what is missing at the end counts as zero. */
    public boolean isBelow(Version other) {
        return compareTo(other) < 0;
    }

    /** As {@link #isBelow}; {@code 1.0} and {@code 1.0.0} are alike, though not equal. */
    @Override
    public int compareTo(Version other) {
        List<BigInteger> mine = numbers();
        List<BigInteger> theirs = other.numbers();
        for (int i = 0; i < Math.max(mine.size(), theirs.size()); i++) {
            int order = at(mine, i).compareTo(at(theirs, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Number by number: {@code 1.0} is {@code 1.0.0}. */
    public boolean isSameAs(Version other) {
        return !isBelow(other) && !other.isBelow(this);
    }

    private List<BigInteger> numbers() {
        return Arrays.stream(text.split("\\.")).map(BigInteger::new).toList();
    }

    private static BigInteger at(List<BigInteger> numbers, int index) {
        return index < numbers.size() ? numbers.get(index) : BigInteger.ZERO;
    }

    private static boolean isOne(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
