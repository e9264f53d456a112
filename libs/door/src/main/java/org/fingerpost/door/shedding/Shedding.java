package org.fingerpost.door.shedding;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpConnection;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Decides what a door puts off while it is behind. By the manual a phone whose own file fails asks
 * for the generic one, and would be told wrong things by it: so generic files are put off no later
 * than own ones, and for the address of that phone they go on being put off for a while.
 */
@Singleton
public final class Shedding {
    /** At a hundred bytes each. */
    private static final int MOST_COOLING = 20_000;

    private final Lag lag;
    private final Map<ShedClass, Long> limits = new EnumMap<>(ShedClass.class);
    private final Cooldowns cooldowns;
    private final Duration retryAfter;
    private final Map<ShedClass, Counter> counters = new EnumMap<>(ShedClass.class);

    @Inject
    Shedding(
            SheddingConfig config,
            Pulses pulses,
            @ConfigProperty(name = "fingerpost.service") String service,
            Instance<MeterRegistry> metrics) {
        this(config, pulses, System::nanoTime);
        if (metrics.isResolvable()) {
            register(metrics.get(), service);
        }
    }

    /**
     * @param nanoTime as {@link System#nanoTime}
     */
    public Shedding(SheddingConfig config, Lag lag, LongSupplier nanoTime) {
        if (config.lag().compareTo(config.lagOfOwn()) > 0
                || config.lagOfOwn().compareTo(config.lagOfRedirects()) > 0) {
            throw new IllegalArgumentException(
                    "fingerpost.door.shedding: lag, lag-of-own and lag-of-redirects ascend");
        }
        if (config.retryAfter().toSeconds() < 1) {
            throw new IllegalArgumentException(
                    "fingerpost.door.shedding.retry-after is a second at least");
        }
        this.lag = lag;
        limits.put(ShedClass.FIRMWARE, config.lag().toNanos());
        limits.put(ShedClass.GENERIC, config.lag().toNanos());
        limits.put(ShedClass.OWN, config.lagOfOwn().toNanos());
        limits.put(ShedClass.REDIRECT, config.lagOfRedirects().toNanos());
        this.cooldowns = new Cooldowns(config.hold().toNanos(), MOST_COOLING, nanoTime);
        this.retryAfter = config.retryAfter();
    }

    /**
     * @param service whose door it is
     */
    public void register(MeterRegistry metrics, String service) {
        for (ShedClass each : ShedClass.values()) {
            counters.put(
                    each,
                    Counter.builder("fingerpost.door.shed")
                            .description("Requests that were put off because the door was full")
                            .tag("door", service)
                            .tag("class", each.word())
                            .register(metrics));
        }
    }

    /**
     * Whether a request is put off, and for how long: not the same for everybody, so that those who
     * were put off together do not come back together.
     *
     * @param address who asks
     * @param which asked only when something is put off
     */
    public Optional<Duration> putOff(
            HttpConnection line, String address, Supplier<ShedClass> which) {
        long standing = lag.standing(line);
        boolean cooling = cooldowns.covers(address);
        if (standing < limits.get(ShedClass.GENERIC) && !cooling) {
            return Optional.empty();
        }
        ShedClass asked = which.get();
        boolean full = standing >= limits.get(asked);
        if (!full && !(cooling && asked == ShedClass.GENERIC)) {
            return Optional.empty();
        }
        if (asked.leadsToGeneric()) {
            cooldowns.add(address);
        }
        count(asked);
        return Optional.of(later());
    }

    /** One was put off for want of something else than time. */
    public void count(ShedClass putOff) {
        if (!counters.isEmpty()) {
            counters.get(putOff).increment();
        }
    }

    private Duration later() {
        long millis = retryAfter.toMillis();
        return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(2 * millis));
    }
}
