package org.fingerpost.door.shedding;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * From which addresses somebody was just denied its own file. One address holds back its own phones
 * only, whoever sits there; with too many to be remembered it is everybody. For any thread.
 */
final class Holds {
    private final long holdNanos;
    private final int most;
    private final LongSupplier nanoTime;

    /** The oldest first. */
    private final Map<String, Long> since = new LinkedHashMap<>();

    /** The latest that found no place. */
    private Optional<Long> everybodySince = Optional.empty();

    /** For the usual case, in which there is none. */
    private volatile boolean some;

    Holds(long holdNanos, int most, LongSupplier nanoTime) {
        this.holdNanos = holdNanos;
        this.most = most;
        this.nanoTime = nanoTime;
    }

    void add(String address) {
        long now = nanoTime.getAsLong();
        synchronized (since) {
            drop(now);
            since.remove(address);
            if (since.size() < most) {
                since.put(address, now);
            } else {
                everybodySince = Optional.of(now);
            }
            some = true;
        }
    }

    boolean holds(String address) {
        if (!some) {
            return false;
        }
        synchronized (since) {
            drop(nanoTime.getAsLong());
            some = !since.isEmpty() || everybodySince.isPresent();
            return everybodySince.isPresent() || since.containsKey(address);
        }
    }

    private void drop(long now) {
        everybodySince = everybodySince.filter(then -> now - then < holdNanos);
        Iterator<Long> oldest = since.values().iterator();
        while (oldest.hasNext() && now - oldest.next() >= holdNanos) {
            oldest.remove();
        }
    }
}
