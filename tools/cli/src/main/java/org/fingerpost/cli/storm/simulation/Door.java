package org.fingerpost.cli.storm.simulation;

import java.util.PriorityQueue;

/** The queue of one service, first come, first served. Asked in the order of time. */
final class Door {
    private final DoorModel model;

    /** When each core has done what it has taken on. */
    private final PriorityQueue<Long> free = new PriorityQueue<>();

    private long served;
    private long shed;
    private long busyNanos;

    Door(DoorModel model) {
        this.model = model;
        for (int i = 0; i < model.cores(); i++) {
            free.add(0L);
        }
    }

    /**
     * What becomes of a request.
     *
     * @param at when the phone has what it gets, in nanoseconds
     */
    record Reply(boolean answered, long at) {}

    /** Also who is put off has waited: what a request is, is seen when it is read. */
    Reply ask(long now) {
        long start = Math.max(now, free.poll());
        boolean answered = start - now < model.lag().toNanos();
        long cost = (answered ? model.cost() : model.shedCost()).toNanos();
        free.add(start + cost);
        busyNanos += cost;
        served += answered ? 1 : 0;
        shed += answered ? 0 : 1;
        return new Reply(answered, start + cost);
    }

    Work work() {
        return new Work(served, shed, busyNanos);
    }
}
