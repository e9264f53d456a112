package org.fingerpost.cli.storm.load;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * What came of a storm. The time of an answer is counted from when the phone wanted to ask, so that
 * a wait for one of our own sockets is no better than a wait at the door.
 */
public final class Tally {
    private final AtomicInteger arrived = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicLong lastArrival = new AtomicLong();
    private final AtomicLong lastEnd = new AtomicLong();
    private final ConcurrentHistogram all = new ConcurrentHistogram(3);
    private final Map<Stop, ConcurrentHistogram> byStop = new EnumMap<>(Stop.class);
    private final Map<Stop, LongAdder> putOff = new EnumMap<>(Stop.class);
    private final Map<String, LongAdder> failures = new ConcurrentHashMap<>();
    private final LongAdder broken = new LongAdder();

    public Tally() {
        for (Stop stop : Stop.values()) {
            byStop.put(stop, new ConcurrentHistogram(3));
            putOff.put(stop, new LongAdder());
        }
    }

    void arrived(long now) {
        arrived.incrementAndGet();
        lastArrival.accumulateAndGet(now, Math::max);
    }

    void answered(Stop stop, long nanos) {
        long micros = Math.max(0, nanos / 1_000);
        all.recordValue(micros);
        byStop.get(stop).recordValue(micros);
    }

    void putOff(Stop stop) {
        putOff.get(stop).increment();
    }

    /** A connection that failed; the phone tries again. */
    void broken() {
        broken.increment();
    }

    void done(long now) {
        answered.incrementAndGet();
        lastEnd.accumulateAndGet(now, Math::max);
    }

    void failed(String why, long now) {
        failures.computeIfAbsent(why, _ -> new LongAdder()).increment();
        failed.incrementAndGet();
        lastEnd.accumulateAndGet(now, Math::max);
    }

    public int arrivals() {
        return arrived.get();
    }

    /** Phones that have all they need. */
    public int answered() {
        return answered.get();
    }

    public int failed() {
        return failed.get();
    }

    public long requestsAnswered() {
        return all.getTotalCount();
    }

    public long putOffAt(Stop stop) {
        return putOff.get(stop).sum();
    }

    public long brokenConnections() {
        return broken.sum();
    }

    /** Why phones have failed, and how many. */
    public Map<String, Long> failures() {
        Map<String, Long> sums = new TreeMap<>();
        failures.forEach((why, count) -> sums.put(why, count.sum()));
        return sums;
    }

    /**
     * @return milliseconds
     */
    public double percentile(double percent) {
        return all.getValueAtPercentile(percent) / 1e3;
    }

    public double percentile(Stop stop, double percent) {
        return byStop.get(stop).getValueAtPercentile(percent) / 1e3;
    }

    /** Seconds from the last arrival to the end of the last phone. */
    public double drainSeconds() {
        return Math.max(0, lastEnd.get() - lastArrival.get()) / 1e9;
    }
}
