package org.fingerpost.gateway.plugandplay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What came of each datagram, for {@code /q/metrics}. */
final class HeardMeters {
    enum Heard {
        ANSWERED,
        /** No SUBSCRIBE of a phone. */
        GARBLED,
        /** From elsewhere, or another vendor's. */
        STRANGER,
        /** An answer would be longer. */
        TOO_SHORT,
        TOO_OFTEN
    }

    private final Map<Heard, Counter> counts = new EnumMap<>(Heard.class);

    HeardMeters(MeterRegistry registry) {
        for (Heard heard : Heard.values()) {
            counts.put(
                    heard,
                    Counter.builder("fingerpost.plugandplay.heard")
                            .tag("ending", heard.name().toLowerCase(Locale.ROOT))
                            .description("Datagrams of plug and play, and what came of them")
                            .register(registry));
        }
    }

    void count(Heard heard) {
        counts.get(heard).increment();
    }
}
