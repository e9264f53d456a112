package org.fingerpost.drills.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one thing was told to be, one writer after the other. A write whose answer never came may
 * have happened or not; it stays possible until a later one is acknowledged.
 */
public final class History<T> {
    private static final long NEVER = Long.MAX_VALUE;

    private final List<Write<T>> writes = new ArrayList<>();

    public History(T initial) {
        writes.add(new Write<>(initial, Long.MIN_VALUE, Long.MIN_VALUE));
    }

    /** Times are those of {@link System#nanoTime}. */
    private record Write<T>(T value, long begun, long acknowledged) {}

    public synchronized void begin(T value, long now) {
        writes.add(new Write<>(value, now, NEVER));
    }

    public synchronized void acknowledge(long now) {
        Write<T> last = writes.removeLast();
        writes.add(new Write<>(last.value(), last.begun(), now));
    }

    /** It was certainly not done. */
    public synchronized void refused() {
        writes.removeLast();
    }

    public synchronized boolean inDoubt() {
        return writes.getLast().acknowledged() == NEVER;
    }

    /** What a door may say to a request that was sent and answered at these times. */
    public synchronized Set<T> possible(long sent, long answered, Calm calm) {
        Set<T> possible = new HashSet<>();
        for (int i = writes.size() - 1; i >= 0; i--) {
            Write<T> write = writes.get(i);
            if (write.begun() <= answered) {
                possible.add(write.value());
                if (isDue(write, sent, calm)) {
                    break;
                }
            }
        }
        return possible;
    }

    /** What the keeper of the truth may say now, which is never behind. */
    public synchronized Set<T> current() {
        Set<T> current = new HashSet<>();
        for (int i = writes.size() - 1; i >= 0; i--) {
            current.add(writes.get(i).value());
            if (writes.get(i).acknowledged() != NEVER) {
                break;
            }
        }
        return current;
    }

    private static boolean isDue(Write<?> write, long sent, Calm calm) {
        if (write.acknowledged() == Long.MIN_VALUE) {
            return true;
        }
        return write.acknowledged() != NEVER && calm.due(write.acknowledged()) <= sent;
    }
}
