package org.fingerpost.drills.phones;

import java.util.BitSet;

/** What doors did with requests, by the number that each carries in its User-Agent. */
public final class Asked {
    private final BitSet answered = new BitSet();
    private final BitSet shed = new BitSet();
    private int next;

    synchronized int number() {
        return next++;
    }

    synchronized void answered(int number) {
        answered.set(number);
    }

    synchronized void shed(int number) {
        shed.set(number);
    }

    /** A copy of those that got an answer. */
    public synchronized BitSet answered() {
        return (BitSet) answered.clone();
    }

    /** A copy of those that were put off by a door that does not keep up, as far as phones see. */
    public synchronized BitSet shed() {
        return (BitSet) shed.clone();
    }
}
