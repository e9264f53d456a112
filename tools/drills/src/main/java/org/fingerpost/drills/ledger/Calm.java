package org.fingerpost.drills.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * When something was broken. What was acknowledged must be at every door after the allowance, but
 * not while anything behind it is away: then the allowance begins with the recovery.
 */
public final class Calm {
    private final long allowance;
    private final List<Disturbance> disturbances = new ArrayList<>();

    public Calm(Duration allowance) {
        this.allowance = allowance.toNanos();
    }

    private record Disturbance(long from, long to) {}

    public synchronized void disturbed(long now) {
        disturbances.add(new Disturbance(now, Long.MAX_VALUE));
    }

    public synchronized void recovered(long now) {
        Disturbance last = disturbances.removeLast();
        disturbances.add(new Disturbance(last.from(), now));
    }

    /** From when on every door must know what was acknowledged at that time. */
    synchronized long due(long acknowledged) {
        long due = acknowledged + allowance;
        for (Disturbance each : disturbances) {
            if (each.from() < due && each.to() > acknowledged) {
                due = each.to() == Long.MAX_VALUE ? Long.MAX_VALUE : each.to() + allowance;
            }
        }
        return due;
    }
}
