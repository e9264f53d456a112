package org.fingerpost.firmware.ranges;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.rule.Span;

/** A set of MAC addresses, made of ranges that may nest and cross. Immutable. */
public final class Addresses {
    static final Addresses NONE = of(List.of());

    private final long[] firsts;
    private final long[] lasts;

    private Addresses(long[] firsts, long[] lasts) {
        this.firsts = firsts;
        this.lasts = lasts;
    }

    public static Addresses of(Collection<Span> spans) {
        List<Span> ordered = spans.stream().sorted(Comparator.comparing(Span::first)).toList();
        List<long[]> apart = new ArrayList<>();
        for (Span span : ordered) {
            long first = span.first().bits();
            long last = span.last().bits();
            if (!apart.isEmpty() && first <= apart.getLast()[1] + 1) {
                apart.getLast()[1] = Math.max(apart.getLast()[1], last);
            } else {
                apart.add(new long[] {first, last});
            }
        }
        return new Addresses(
                apart.stream().mapToLong(each -> each[0]).toArray(),
                apart.stream().mapToLong(each -> each[1]).toArray());
    }

    public boolean isEmpty() {
        return firsts.length == 0;
    }

    public boolean holds(MacAddress mac) {
        int at = notAfter(mac.bits());
        return at >= 0 && mac.bits() <= lasts[at];
    }

    /** How many there are. */
    public long size() {
        return common(0, Long.MAX_VALUE);
    }

    /** How many of the others are in both. */
    public long common(Addresses others) {
        long sum = 0;
        for (int i = 0; i < others.firsts.length; i++) {
            sum += common(others.firsts[i], others.lasts[i]);
        }
        return sum;
    }

    private long common(long first, long last) {
        long sum = 0;
        for (int i = Math.max(0, notAfter(first)); i < firsts.length && firsts[i] <= last; i++) {
            sum += Math.max(0, Math.min(last, lasts[i]) - Math.max(first, firsts[i]) + 1);
        }
        return sum;
    }

    /** The last that does not begin behind it; -1 if all do. */
    private int notAfter(long bits) {
        int low = 0;
        int high = firsts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (firsts[middle] <= bits) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
