package org.fingerpost.redirect.egress;

/** Ports, both ends included; settings write {@code 443} or {@code 8000-9999}. */
public record PortRange(int first, int last) {
    public PortRange {
        if (first < 1 || last > 65_535 || first > last) {
            throw new IllegalArgumentException(
                    first + "-" + last + " are no ports: 1 to 65535, the lower one first");
        }
    }

    /** Settings find this method by its name. */
    public static PortRange parse(CharSequence text) {
        String[] ends = text.toString().strip().split("-", 2);
        try {
            return new PortRange(
                    Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' are no ports: write 443 or 8000-9999", e);
        }
    }

    boolean contains(int port) {
        return first <= port && port <= last;
    }
}
