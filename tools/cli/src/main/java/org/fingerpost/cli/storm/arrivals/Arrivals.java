package org.fingerpost.cli.storm.arrivals;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;

/** How the first requests of a storm's phones lie in time; the same for the same seed. */
public enum Arrivals {
    /** Any moment is as likely as any other. */
    EVEN {
        @Override
        double draw(SplittableRandom random) {
            return random.nextDouble();
        }
    },
    /**
     * After a power cut: districts come back one after the other, phones take their time to start,
     * and so does the network. Three even spans together make a bell, whose top is 2.25 times as
     * high as even arrivals are.
     */
    POWER_CUT {
        @Override
        double draw(SplittableRandom random) {
            return (random.nextDouble() + random.nextDouble() + random.nextDouble()) / 3;
        }
    };

    abstract double draw(SplittableRandom random);

    /**
     * @return nanoseconds from the beginning, ascending
     */
    public long[] of(int phones, Duration over, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] times = new long[phones];
        for (int i = 0; i < phones; i++) {
            times[i] = (long) (draw(random) * over.toNanos());
        }
        Arrays.sort(times);
        return times;
    }
}
