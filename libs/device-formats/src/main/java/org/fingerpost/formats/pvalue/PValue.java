package org.fingerpost.formats.pvalue;

/**
 * The name of one numbered setting, such as {@code P47}.
 *
 * <pre>
 * pvalue = "P" ( "0" / ( "1"-"9" *5digit ) )
 * </pre>
 *
 * <p>The manual speaks of two to three digits, perhaps four; newer phones use five. One name has
 * one spelling: {@code p47} and {@code P047} are refused.
 *
 * @param number 0 to 999999
 */
public record PValue(int number) implements Comparable<PValue> {

    private static final int LAST = 999_999;

    /** The most a name has after its P. */
    public static final int DIGITS = 6;

    public PValue {
        if (number < 0 || number > LAST) {
            throw new IllegalArgumentException("a P-value's number is 0 to 999999, not " + number);
        }
    }

    /**
     * The P-value of that name.
     *
     * @throws IllegalArgumentException with a sentence, if the name is none
     */
    public static PValue parse(String name) {
        if (!isName(name)) {
            String given = name.length() > 20 ? name.substring(0, 20) + "..." : name;
            throw new IllegalArgumentException(
                    "not a P-value: \""
                            + given.replaceAll("[^ -~]", "?")
                            + "\": a name is a capital P and one to six digits without leading"
                            + " zeros, such as P47");
        }
        int number = 0;
        for (int i = 1; i < name.length(); i++) {
            number = number * 10 + name.charAt(i) - '0';
        }
        return new PValue(number);
    }

    /**
     * True if the setting must never be shown, logged, or sent to a phone that has not proved
     * itself.
     */
    public boolean isSecret() {
        return SecretPValues.contains(this);
    }

    @Override
    public int compareTo(PValue other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return "P" + number;
    }

    private static boolean isName(String name) {
        int length = name.length();
        if (length < 2 || length > DIGITS + 1 || name.charAt(0) != 'P') {
            return false;
        }
        for (int i = 1; i < length; i++) {
            if (name.charAt(i) < '0' || name.charAt(i) > '9') {
                return false;
            }
        }
        return length == 2 || name.charAt(1) != '0';
    }
}
