package org.fingerpost.cli.storm.simulation;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.fingerpost.cli.storm.load.Stop;

/** Plays the first day of very many phones in a moment. */
public final class Simulation {
    private static final Stop[] STOPS = Stop.values();

    private final Map<Stop, DoorModel> models;
    private final Manners manners;

    /**
     * How phones behave.
     *
     * @param retryAfter the soonest that doors tell them to come back; the latest is three times it
     * @param patience how long after its arrival a phone still comes back
     */
    public record Manners(Duration retryAfter, Duration patience) {}

    public Simulation(Map<Stop, DoorModel> models, Manners manners) {
        this.models = new EnumMap<>(models);
        this.manners = manners;
    }

    /** A phone that asks; those of the same moment in the order in which they were thought of. */
    private record Visit(long time, long order, long arrival, Stop stop)
            implements Comparable<Visit> {
        @Override
        public int compareTo(Visit other) {
            int byTime = Long.compare(time, other.time);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private static final class Run {
        private final PriorityQueue<Visit> coming = new PriorityQueue<>();
        private final Map<Stop, Door> doors = new EnumMap<>(Stop.class);
        private final Histogram times = new Histogram(3);
        private final SplittableRandom random;
        private long order;
        private long end;
        private int answered;
        private int failed;

        private Run(long seed) {
            random = new SplittableRandom(seed);
        }

        private void comes(long time, long arrival, Stop stop) {
            coming.add(new Visit(time, order++, arrival, stop));
        }
    }

    /**
     * @param arrivals nanoseconds from the beginning, ascending
     */
    public Simulated of(long[] arrivals, long seed) {
        Run run = new Run(seed);
        models.forEach((stop, model) -> run.doors.put(stop, new Door(model)));
        int next = 0;
        while (next < arrivals.length || !run.coming.isEmpty()) {
            boolean arrives =
                    next < arrivals.length
                            && (run.coming.isEmpty() || arrivals[next] <= run.coming.peek().time());
            if (arrives) {
                long now = arrivals[next++];
                visit(run, new Visit(now, 0, now, Stop.REDIRECT));
            } else {
                visit(run, run.coming.poll());
            }
        }
        long last = arrivals.length == 0 ? 0 : arrivals[arrivals.length - 1];
        Map<Stop, Work> work = new EnumMap<>(Stop.class);
        run.doors.forEach((stop, door) -> work.put(stop, door.work()));
        return new Simulated(
                arrivals.length,
                run.answered,
                run.failed,
                run.times.getValueAtPercentile(50) / 1e3,
                run.times.getValueAtPercentile(99) / 1e3,
                Math.max(0, run.end - last) / 1e9,
                work);
    }

    private void visit(Run run, Visit visit) {
        Door.Reply reply = run.doors.get(visit.stop()).ask(visit.time());
        if (reply.answered()) {
            run.times.recordValue((reply.at() - visit.time()) / 1_000);
            goOn(run, visit, reply.at());
        } else {
            long least = manners.retryAfter().toNanos();
            long back = reply.at() + least + run.random.nextLong(1 + 2 * least);
            if (back - visit.arrival() > manners.patience().toNanos()) {
                run.failed++;
                run.end = Math.max(run.end, reply.at());
            } else {
                run.comes(back, visit.arrival(), visit.stop());
            }
        }
    }

    private static void goOn(Run run, Visit visit, long now) {
        int following = visit.stop().ordinal() + 1;
        if (following == STOPS.length) {
            run.answered++;
            run.end = Math.max(run.end, now);
        } else {
            run.comes(now, visit.arrival(), STOPS[following]);
        }
    }
}
