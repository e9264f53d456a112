package org.fingerpost.redirect.routes.nest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A few claims in columns: 28 bytes a claim. A search waits for memory and for nothing else, so
 * what it reads lies together: where claims begin and, behind that in the same array, where they
 * end.
 */
final class Leaf implements Node {
    /** So few that a search finds most of them in what the processor fetches at once. */
    static final int WIDEST = 32;

    static final Leaf EMPTY = new Leaf(new long[0], new long[0], new Ruling[0]);

    private final int size;
    private final long[] bounds;
    private final long[] ids;
    private final Ruling[] rulings;

    /**
     * @param bounds the first addresses of all claims, then the last ones
     */
    Leaf(long[] bounds, long[] ids, Ruling[] rulings) {
        this.size = rulings.length;
        this.bounds = bounds;
        this.ids = ids;
        this.rulings = rulings;
    }

    @Override
    public Ruling innermost(long mac, Judge judge, Ruling otherwise) {
        for (int at = Node.lastUpTo(mac, bounds, size); at >= 0; at--) {
            if (bounds[size + at] >= mac && judge.answers(rulings[at], mac)) {
                return rulings[at];
            }
        }
        return otherwise;
    }

    @Override
    public List<Node> edited(List<Edit> sorted) {
        Columns columns = new Columns(size + sorted.size());
        int at = 0;
        for (Edit edit : sorted) {
            Claim claim = edit.claim();
            int before = at;
            while (at < size && compare(at, claim) < 0) {
                at++;
            }
            addTo(columns, before, at);
            if (at < size && compare(at, claim) == 0) {
                at++;
            }
            switch (edit) {
                case Edit.Put _ -> columns.add(claim);
                case Edit.Take _ -> {}
            }
        }
        addTo(columns, at, size);
        return columns.leaves();
    }

    @Override
    public long first() {
        return bounds[0];
    }

    @Override
    public long reach() {
        return Arrays.stream(bounds, size, 2 * size).max().orElse(-1);
    }

    @Override
    public int compareFirst(Claim other) {
        return compare(0, other);
    }

    @Override
    public Optional<Node> joined(Node next) {
        return switch (next) {
            case Leaf leaf when size + leaf.size <= WIDEST / 2 -> {
                Columns columns = new Columns(WIDEST / 2);
                addTo(columns, 0, size);
                leaf.addTo(columns, 0, leaf.size);
                yield Optional.of(columns.leaves().getFirst());
            }
            case Leaf _, Branch _ -> Optional.empty();
        };
    }

    @Override
    public Node withoutIdleLevels() {
        return this;
    }

    private int compare(int at, Claim other) {
        return Claim.compare(bounds[at], bounds[size + at], ids[at], other);
    }

    private void addTo(Columns columns, int from, int to) {
        columns.add(bounds, ids, rulings, from, to);
    }
}
