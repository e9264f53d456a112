package org.fingerpost.redirect.ranges;

import org.fingerpost.formats.mac.MacAddress;

/** {@code first..last}, both inclusive; one phone alone is a range of one. */
public record MacRange(MacAddress first, MacAddress last) {
    public MacRange {
        if (first.compareTo(last) > 0) {
            throw new IllegalArgumentException(
                    "range ends before it begins: " + first + ".." + last);
        }
        if (first.isZero() || first.isMulticast() || last.isMulticast()) {
            throw new IllegalArgumentException(
                    "no phone has a zero or multicast address: " + first + ".." + last);
        }
    }

    @Override
    public String toString() {
        return first + ".." + last;
    }
}
