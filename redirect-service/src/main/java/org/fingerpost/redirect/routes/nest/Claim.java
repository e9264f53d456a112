package org.fingerpost.redirect.routes.nest;

/**
 * A range as routing sees it. Claims are ordered so that whatever lies around another comes before
 * it: by their beginning, then the longer first, then the older id first.
 *
 * @param first the first MAC address, as a number of 48 bits
 * @param last the last one, inclusive
 */
public record Claim(long first, long last, long id, Ruling ruling) {
    public Claim {
        if (first > last) {
            throw new IllegalArgumentException(
                    "range " + id + " ends before it begins: " + first + ".." + last);
        }
    }

    /** What {@link java.util.Comparator} promises, of the places only. */
    public int compareTo(Claim other) {
        return compare(first, last, id, other);
    }

    /** Whether both have the same place, whatever they say there. */
    public boolean isInPlaceOf(Claim other) {
        return compareTo(other) == 0;
    }

    /** As {@link #compareTo}, of a claim that lies in columns. */
    static int compare(long first, long last, long id, Claim other) {
        int byFirst = Long.compare(first, other.first);
        if (byFirst != 0) {
            return byFirst;
        }
        int byLast = Long.compare(other.last, last);
        return byLast != 0 ? byLast : Long.compare(id, other.id);
    }
}
