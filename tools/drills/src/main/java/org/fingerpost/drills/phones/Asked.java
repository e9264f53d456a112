package org.fingerpost.drills.phones;

import java.util.BitSet;

/** The requests that were answered, by the number that each carries in its User-Agent. */
public final class Asked {
    private final BitSet answered = new BitSet();
    private int next;

    synchronized int number() {
        return next++;
    }

    synchronized void answered(int number) {
        answered.set(number);
    }

    /** A copy. */
    public synchronized BitSet answered() {
        return (BitSet) answered.clone();
    }
}
