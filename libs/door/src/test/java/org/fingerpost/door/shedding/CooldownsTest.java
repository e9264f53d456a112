package org.fingerpost.door.shedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CooldownsTest {
    private final AtomicLong now = new AtomicLong(-5);
    private final Cooldowns cooldowns = new Cooldowns(60, 2, now::get);

    @Test
    void whoeverWasDeniedPutsOffItsOwnAddressAlone() {
        cooldowns.add("192.0.2.1");

        assertThat(cooldowns.covers("192.0.2.1")).isTrue();
        assertThat(cooldowns.covers("192.0.2.2")).isFalse();
    }

    @Test
    void aCooldownEndsAMinuteAfterTheLastDenial() {
        cooldowns.add("192.0.2.1");
        now.addAndGet(30);
        cooldowns.add("192.0.2.1");
        now.addAndGet(59);
        assertThat(cooldowns.covers("192.0.2.1")).isTrue();
        now.addAndGet(1);
        assertThat(cooldowns.covers("192.0.2.1")).isFalse();
    }

    @Test
    void withMoreAddressesThanPlacesEverybodyIsPutOffForAsLong() {
        cooldowns.add("192.0.2.1");
        cooldowns.add("192.0.2.2");
        assertThat(cooldowns.covers("192.0.2.9")).isFalse();
        now.addAndGet(10);
        cooldowns.add("192.0.2.3");
        assertThat(cooldowns.covers("192.0.2.9")).isTrue();
        now.addAndGet(60);
        assertThat(cooldowns.covers("192.0.2.9")).isFalse();
        assertThat(cooldowns.covers("192.0.2.1")).isFalse();
    }
}
