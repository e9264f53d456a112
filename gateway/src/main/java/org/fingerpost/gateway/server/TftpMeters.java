package org.fingerpost.gateway.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.fingerpost.gateway.transfer.Ending;

/** What the server has done, for {@code /q/metrics}. */
final class TftpMeters {
    private final Map<Ending, Counter> endings = new EnumMap<>(Ending.class);
    private final Counter garbled;
    private final Counter crowded;
    private volatile int open;

    /** Only the ports' thread counts. */
    private volatile long bytes;

    TftpMeters(MeterRegistry registry) {
        for (Ending ending : Ending.values()) {
            endings.put(
                    ending,
                    Counter.builder("fingerpost.tftp.transfers")
                            .tag("ending", ending.name().toLowerCase(Locale.ROOT))
                            .description("Transfers that are over")
                            .register(registry));
        }
        FunctionCounter.builder("fingerpost.tftp.sent", this, meters -> meters.bytes)
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
        bytes += count;
    }

    void garbled() {
        garbled.increment();
    }

    void crowded() {
        crowded.increment();
    }
}
