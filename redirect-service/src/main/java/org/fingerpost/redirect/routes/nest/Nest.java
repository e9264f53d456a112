package org.fingerpost.redirect.routes.nest;

import java.util.List;

/**
 * Any number of claims as an immutable tree of arrays. Sorted from outside in, the innermost claim
 * around an address is the last that begins at it or before and ends at it or behind; each branch
 * knows how far its claims reach, so what ends too early is stepped over in whole branches.
 *
 * <p>That claims nest makes the search short; its answer is the same if they do not.
 */
public final class Nest {
    private static final Ruling NOBODY = new Ruling.Nobody();
    private static final Nest EMPTY = new Nest(Leaf.EMPTY);

    private final Node root;

    private Nest(Node root) {
        this.root = root;
    }

    public static Nest empty() {
        return EMPTY;
    }

    /** Of claims that are sorted already, no two in one place. */
    public static Nest of(Claim[] sorted) {
        Columns columns = new Columns(sorted.length);
        for (Claim claim : sorted) {
            columns.add(claim);
        }
        return rooted(columns.leaves());
    }

    /**
     * The ruling of the innermost claim around the address that has an answer for it; {@link
     * Ruling.Nobody} if there is none.
     */
    public Ruling innermost(long mac, Judge judge) {
        return root.innermost(mac, judge, NOBODY);
    }

    /**
     * The nest after these edits: sorted, and no two of one place. What is put takes the place of
     * what lay there; taking out what is not there changes nothing.
     */
    public Nest with(List<Edit> sorted) {
        return sorted.isEmpty() ? this : rooted(root.edited(sorted));
    }

    private static Nest rooted(List<Node> nodes) {
        List<Node> level = nodes;
        while (level.size() > 1) {
            level = Branch.over(level);
        }
        return level.isEmpty() ? EMPTY : new Nest(level.getFirst().withoutIdleLevels());
    }
}
