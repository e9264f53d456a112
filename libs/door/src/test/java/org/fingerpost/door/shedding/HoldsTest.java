package org.fingerpost.door.shedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HoldsTest {
    private final AtomicLong now = new AtomicLong(-5);
    private final Holds holds = new Holds(60, 2, now::get);

    @Test
    void whoeverWasDeniedHoldsBackItsOwnAddressAlone() {
        holds.add("192.0.2.1");

        assertThat(holds.holds("192.0.2.1")).isTrue();
        assertThat(holds.holds("192.0.2.2")).isFalse();
    }

    @Test
    void aHoldEndsAMinuteAfterTheLastDenial() {
        holds.add("192.0.2.1");
        now.addAndGet(30);
        holds.add("192.0.2.1");
        now.addAndGet(59);
        assertThat(holds.holds("192.0.2.1")).isTrue();
        now.addAndGet(1);
        assertThat(holds.holds("192.0.2.1")).isFalse();
    }

    @Test
    void withMoreAddressesThanPlacesEverybodyIsHeldBackForAsLong() {
        holds.add("192.0.2.1");
        holds.add("192.0.2.2");
        assertThat(holds.holds("192.0.2.9")).isFalse();
        now.addAndGet(10);
        holds.add("192.0.2.3");
        assertThat(holds.holds("192.0.2.9")).isTrue();
        now.addAndGet(60);
        assertThat(holds.holds("192.0.2.9")).isFalse();
        assertThat(holds.holds("192.0.2.1")).isFalse();
    }
}
