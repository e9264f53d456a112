package org.fingerpost.door;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * What long answers share: a number of places, and bytes a second for all of them together. An
 * answer that finds no place is put off before its first byte, so that those under way get on.
 *
 * <p>A lane may lie in another: a place in it is then a place in both.
 */
public final class Lane {
    private final Optional<Lane> around;
    private final int places;
    private final Supplier<Duration> retryAfter;
    private final Optional<Rate> rate;
    private final AtomicInteger taken = new AtomicInteger();

    private Lane(
            Optional<Lane> around, int places, Supplier<Duration> retryAfter, Optional<Rate> rate) {
        this.around = around;
        this.places = places;
        this.retryAfter = retryAfter;
        this.rate = rate;
    }

    /** A lane without a limit on its speed. */
    public static Lane of(int places, Supplier<Duration> retryAfter) {
        return new Lane(Optional.empty(), places, retryAfter, Optional.empty());
    }

    /** A lane in this one, without a rate of its own. */
    public Lane inner(int places) {
        return new Lane(Optional.of(this), places, retryAfter, rate);
    }

    /** A lane in this one, whose answers together go at that rate, and keep to this one's too. */
    public Lane inner(int places, Rate own) {
        return new Lane(
                Optional.of(this),
                places,
                retryAfter,
                Optional.of(rate.map(own::within).orElse(own)));
    }

    /** A place in the lane; leaving it twice is leaving it once. */
    public static final class Place {
        private final Lane lane;
        private final AtomicBoolean left = new AtomicBoolean();

        private Place(Lane lane) {
            this.lane = lane;
        }

        public void leave() {
            if (left.compareAndSet(false, true)) {
                lane.release();
            }
        }

        /** What its bytes must keep to. */
        public Optional<Rate> rate() {
            return lane.rate;
        }
    }

    /** A place, if there is one; it must be left. */
    public Optional<Place> enter() {
        return take() ? Optional.of(new Place(this)) : Optional.empty();
    }

    /** When it is worth asking again; not the same for everybody. */
    public Duration retryAfter() {
        return retryAfter.get();
    }

    private boolean take() {
        if (around.isPresent() && !around.get().take()) {
            return false;
        }
        if (taken.incrementAndGet() <= places) {
            return true;
        }
        release();
        return false;
    }

    private void release() {
        taken.decrementAndGet();
        around.ifPresent(Lane::release);
    }
}
