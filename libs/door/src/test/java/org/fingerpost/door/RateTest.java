package org.fingerpost.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateTest {
    /** A byte takes longer than this test does. */
    private final Rate slow = new Rate(1);

    private final Rate fast = new Rate(1 << 30);

    @Test
    void aRateWithinAnotherKeepsToTheSlowerOfBoth() {
        Rate fastInSlow = fast.within(slow);
        assertThat(fastInSlow.reserve(100)).isZero();
        assertThat(fastInSlow.reserve(1)).isGreaterThan(Duration.ofSeconds(60).toNanos());

        Rate slowInFast = slow.within(fast);
        assertThat(slowInFast.reserve(100)).isZero();
        assertThat(slowInFast.reserve(1)).isGreaterThan(Duration.ofSeconds(60).toNanos());
    }

    @Test
    void whoSharesOnlyTheOuterRateWaitsForItToo() {
        fast.within(slow).reserve(100);

        assertThat(fast.within(slow).reserve(1)).isGreaterThan(Duration.ofSeconds(60).toNanos());
    }

    @Test
    void whatIsGivenBackIsGivenBackInBoth() {
        Rate within = fast.within(slow);
        within.reserve(100);

        within.giveBack(100);

        assertThat(within.reserve(1)).isZero();
        assertThat(slow.reserve(1)).isLessThan(Duration.ofSeconds(2).toNanos());
    }
}
