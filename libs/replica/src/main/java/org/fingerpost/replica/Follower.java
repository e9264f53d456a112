package org.fingerpost.replica;

import java.util.List;

/**
 * Hears of every change, in order, never two at a time; during a call the table stands still. Until
 * a call returns no further change is applied, so a follower is quick. One that throws is logged
 * and told of the next change all the same.
 */
public interface Follower {
    /** A complete table is here: forget what was told before and read this one. */
    void reloaded(Replica table);

    /**
     * One or more whole transactions were swapped in; a key occurs at most once. The list is empty
     * when only the commit number moved.
     */
    void changed(List<Change> changes);
}
