package org.fingerpost.redirect.routes.nest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sorted claims on their way into leaves. */
final class Columns {
    private final long[] firsts;
    private final long[] lasts;
    private final long[] ids;
    private final Ruling[] rulings;
    private int size;

    Columns(int most) {
        firsts = new long[most];
        lasts = new long[most];
        ids = new long[most];
        rulings = new Ruling[most];
    }

    void add(Claim claim) {
        firsts[size] = claim.first();
        lasts[size] = claim.last();
        ids[size] = claim.id();
        rulings[size] = claim.ruling();
        size++;
    }

    /** Those of a leaf from one place up to another. */
    void add(long[] bounds, long[] id, Ruling[] ruling, int from, int to) {
        int count = to - from;
        System.arraycopy(bounds, from, firsts, size, count);
        System.arraycopy(bounds, ruling.length + from, lasts, size, count);
        System.arraycopy(id, from, ids, size, count);
        System.arraycopy(ruling, from, rulings, size, count);
        size += count;
    }

    /** As few leaves as will do, equally wide; none for no claims. */
    List<Node> leaves() {
        int parts = Node.parts(size, Leaf.WIDEST);
        List<Node> leaves = new ArrayList<>(parts);
        for (int part = 0; part < parts; part++) {
            int from = (int) ((long) size * part / parts);
            int to = (int) ((long) size * (part + 1) / parts);
            leaves.add(
                    new Leaf(
                            bounds(from, to),
                            Arrays.copyOfRange(ids, from, to),
                            Arrays.copyOfRange(rulings, from, to)));
        }
        return leaves;
    }

    private long[] bounds(int from, int to) {
        int count = to - from;
        long[] bounds = new long[2 * count];
        System.arraycopy(firsts, from, bounds, 0, count);
        System.arraycopy(lasts, from, bounds, count, count);
        return bounds;
    }
}
