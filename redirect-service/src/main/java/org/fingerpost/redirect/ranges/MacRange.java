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

    public boolean holds(MacAddress mac) {
        return first.compareTo(mac) <= 0 && mac.compareTo(last) <= 0;
    }

    /** True if the other lies inside, or is the same. */
    public boolean holds(MacRange other) {
        return holds(other.first) && holds(other.last);
    }

    @Override
    public String toString() {
        return first + ".." + last;
    }
}
