package org.fingerpost.rule;

import org.fingerpost.formats.mac.MacAddress;

/** First to last address, both included. */
public record Span(MacAddress first, MacAddress last) {
    public Span {
        if (first.compareTo(last) > 0) {
            throw new IllegalArgumentException("it ends before it begins: " + first + ".." + last);
        }
    }

    /** By their hex digits. */
    public static Span parse(String first, String last) {
        return new Span(MacAddress.parse(first), MacAddress.parse(last));
    }

    public boolean holds(MacAddress mac) {
        return first.compareTo(mac) <= 0 && mac.compareTo(last) <= 0;
    }

    @Override
    public String toString() {
        return first + ".." + last;
    }
}
