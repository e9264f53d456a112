package org.fingerpost.door.shedding;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * From which addresses somebody was just denied its own file. An address has a cooldown for its own
 * phones only, whoever sits there; with too many to be remembered everybody has. For any thread.
 */
final class Cooldowns {
    private final long nanos;
    private final int most;
    private final LongSupplier nanoTime;

    /** The oldest first. */
    private final Map<String, Long> since = new LinkedHashMap<>();

    /** The latest that found no place. */
    private Optional<Long> everybodySince = Optional.empty();

    /** For the usual case, in which there is none. */
    private volatile boolean some;

    Cooldowns(long nanos, int most, LongSupplier nanoTime) {
        this.nanos = nanos;
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

    boolean covers(String address) {
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
        everybodySince = everybodySince.filter(then -> now - then < nanos);
        Iterator<Long> oldest = since.values().iterator();
        while (oldest.hasNext() && now - oldest.next() >= nanos) {
            oldest.remove();
        }
    }
}
