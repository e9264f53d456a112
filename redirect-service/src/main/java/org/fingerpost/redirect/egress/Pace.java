package org.fingerpost.redirect.egress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Lets each provider out so many times in a span, counted in this process. */
public final class Pace {
    private final int most;
    private final Duration span;
    private final Clock clock;
    private final Map<Long, Deque<Instant>> taken = new ConcurrentHashMap<>();

    public Pace(int most, Duration span, Clock clock) {
        this.most = most;
        this.span = span;
        this.clock = clock;
    }

    /** True, and counted, if the provider may go now. */
    public boolean take(long provider) {
        boolean[] may = new boolean[1];
        taken.compute(
                provider,
                (_, before) -> {
                    Deque<Instant> times = before == null ? new ArrayDeque<>() : before;
                    Instant now = clock.instant();
                    while (!times.isEmpty() && !times.peek().isAfter(now.minus(span))) {
                        times.remove();
                    }
                    may[0] = times.size() < most;
                    if (may[0]) {
                        times.add(now);
                    }
                    return times;
                });
        return may[0];
    }
}
