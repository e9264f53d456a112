package org.fingerpost.gateway.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.fingerpost.gateway.transfer.Ending;

/** What the server has done, for {@code /q/metrics}. */
final class TftpMeters {
    private final Map<Ending, Counter> endings = new EnumMap<>(Ending.class);
    private final Counter bytes;
    private final Counter garbled;
    private final Counter crowded;
    private volatile int open;

    TftpMeters(MeterRegistry registry) {
        for (Ending ending : Ending.values()) {
            endings.put(
                    ending,
                    Counter.builder("fingerpost.tftp.transfers")
                            .tag("ending", ending.name().toLowerCase(Locale.ROOT))
                            .description("Transfers that are over")
                            .register(registry));
        }
        bytes =
                Counter.builder("fingerpost.tftp.sent")
                        .baseUnit("bytes")
                        .description("What was sent, repetitions and headers among it")
                        .register(registry);
        garbled =
                Counter.builder("fingerpost.tftp.garbled")
                        .description("Datagrams that are no packets")
                        .register(registry);
        crowded =
                Counter.builder("fingerpost.tftp.crowded")
                        .description("Requests for which there was no room; not answered")
                        .register(registry);
        Gauge.builder("fingerpost.tftp.open", () -> open)
                .description("Transfers under way")
                .register(registry);
    }

    void open(int count) {
        open = count;
    }

    void over(Ending ending, int count) {
        open = count;
        endings.get(ending).increment();
    }

    void sent(int count) {
        bytes.increment(count);
    }

    void garbled() {
        garbled.increment();
    }

    void crowded() {
        crowded.increment();
    }
}
