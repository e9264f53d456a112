package org.fingerpost.bench.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The comparison tells apart what differs, and nothing else. */
class TimingBenchTest {
    @Test
    void twoSamplesOfOneDistributionAreAlike() {
        Random random = new Random(7);

        Likeness likeness = Likeness.of(times(random, 0), times(random, 0));

        assertThat(likeness.holds()).isTrue();
        assertThat(likeness.distance()).isPositive();
    }

    @Test
    void aTenthOfADeviationMoreIsNoticed() {
        Random random = new Random(7);

        assertThat(Likeness.of(times(random, 0), times(random, 100)).holds()).isFalse();
    }

    @Test
    void theDistanceGoesFromNothingToOne() {
        long[] low = {1, 2, 2, 3};

        assertThat(Likeness.of(low, low).distance()).isZero();
        assertThat(Likeness.of(low, new long[] {7, 8}).distance()).isEqualTo(1);
        assertThat(Likeness.of(low, new long[] {2, 9}).distance()).isEqualTo(0.5);
    }

    @Test
    void aGroupWithoutAddressesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimingBench.run("http://127.0.0.1:1", "a=", "b=000b82000000"));
    }

    private static long[] times(Random random, long more) {
        return LongStream.generate(() -> 50_000 + more + Math.round(1_000 * random.nextGaussian()))
                .limit(20_000)
                .toArray();
    }
}
