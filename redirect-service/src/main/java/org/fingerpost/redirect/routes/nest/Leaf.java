package org.fingerpost.redirect.routes.nest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A few claims in columns: 28 bytes a claim. */
final class Leaf implements Node {
    static final Leaf EMPTY = new Leaf(new long[0], new long[0], new long[0], new Ruling[0]);

    private final long[] firsts;
    private final long[] lasts;
    private final long[] ids;
    private final Ruling[] rulings;

    Leaf(long[] firsts, long[] lasts, long[] ids, Ruling[] rulings) {
        this.firsts = firsts;
        this.lasts = lasts;
        this.ids = ids;
        this.rulings = rulings;
    }

    @Override
    public Ruling innermost(long mac, Judge judge, Ruling otherwise) {
        for (int at = Node.lastUpTo(mac, firsts); at >= 0; at--) {
            if (lasts[at] >= mac && judge.answers(rulings[at], mac)) {
                return rulings[at];
            }
        }
        return otherwise;
    }

    @Override
    public List<Node> edited(List<Edit> sorted) {
        Columns columns = new Columns(firsts.length + sorted.size());
        int at = 0;
        for (Edit edit : sorted) {
            Claim claim = edit.claim();
            int before = at;
            while (at < firsts.length && compare(at, claim) < 0) {
                at++;
            }
            addTo(columns, before, at);
            if (at < firsts.length && compare(at, claim) == 0) {
                at++;
            }
            switch (edit) {
                case Edit.Put _ -> columns.add(claim);
                case Edit.Take _ -> {}
            }
        }
        addTo(columns, at, firsts.length);
        return columns.leaves();
    }

    @Override
    public long first() {
        return firsts[0];
    }

    @Override
    public long reach() {
        return Arrays.stream(lasts).max().orElse(-1);
    }

    @Override
    public int compareFirst(Claim other) {
        return compare(0, other);
    }

    @Override
    public Optional<Node> joined(Node next) {
        return switch (next) {
            case Leaf leaf when firsts.length + leaf.firsts.length <= WIDEST / 2 -> {
                Columns columns = new Columns(WIDEST / 2);
                addTo(columns, 0, firsts.length);
                leaf.addTo(columns, 0, leaf.firsts.length);
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
        return Claim.compare(firsts[at], lasts[at], ids[at], other);
    }

    private void addTo(Columns columns, int from, int to) {
        columns.add(firsts, lasts, ids, rulings, from, to);
    }
}
