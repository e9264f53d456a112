package org.fingerpost.drills.firmware;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.fingerpost.drills.ledger.History;

/**
 * One file name of one model, and what was published under it, by one writer only.
 *
 * @param newest the number of what the bare name gives; {@link #NONE} as long as there is nothing
 */
record Line(String model, String file, History<Long> newest, Deque<Release> releases) {
    static final long NONE = 0;

    Line(String model, String file) {
        this(model, file, new History<>(NONE), new ConcurrentLinkedDeque<>());
    }

    /**
     * A draft that was acknowledged.
     *
     * @param given its number while it is published; {@link #NONE} before and after
     */
    record Release(Line line, long id, Image image, History<Long> given) {
        /** The name under which phones get this one only. */
        String name() {
            return line.file() + "_" + image.version();
        }
    }
}
