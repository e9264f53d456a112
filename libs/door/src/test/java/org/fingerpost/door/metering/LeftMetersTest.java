package org.fingerpost.door.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class LeftMetersTest {
    private final MeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void aSecondStartIsAskedAndNotTheFirst() {
        gauge("fingerpost.spool.entries", 1);
        LeftMeters.take(metrics);
        gauge("fingerpost.spool.entries", 2);

        assertThat(metrics.get("fingerpost.spool.entries").gauge().value()).isEqualTo(2);
    }

    @Test
    void whatIsNotOursIsLeft() {
        gauge("jvm.classes.loaded", 7);
        LeftMeters.take(metrics);

        assertThat(metrics.get("jvm.classes.loaded").gauge().value()).isEqualTo(7);
    }

    private void gauge(String name, int value) {
        Gauge.builder(name, () -> value).register(metrics);
    }
}
