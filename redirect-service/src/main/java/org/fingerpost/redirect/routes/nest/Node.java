package org.fingerpost.redirect.routes.nest;

import java.util.List;
import java.util.Optional;

/** A part of the tree; all leaves lie equally deep. */
sealed interface Node permits Leaf, Branch {
    /** See {@link Nest#innermost}; {@code otherwise} itself when no claim here answers. */
    Ruling innermost(long mac, Judge judge, Ruling otherwise);

    /** What this becomes: nothing, one part or several of the same depth. */
    List<Node> edited(List<Edit> sorted);

    /** Where the first claim begins. */
    long first();

    /** The last address that any claim here holds. */
    long reach();

    /** As {@link Claim#compareTo}, of the first claim here. */
    int compareFirst(Claim other);

    /** One part instead of two, if both together leave half of it free for what comes. */
    Optional<Node> joined(Node next);

    /** The same claims without branches that have one child only. */
    Node withoutIdleLevels();

    /** The last of so many ascending numbers that is not above the limit, -1 if all are. */
    static int lastUpTo(long limit, long[] ascending, int count) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] <= limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** How many parts so many things need, none wider than this. */
    static int parts(int things, int widest) {
        return (things + widest - 1) / widest;
    }
}
