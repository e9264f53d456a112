package org.fingerpost.door.shedding;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.FastThreadLocal;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The beats of all event loops that phones' lines are on; one starts with its first request. */
@Singleton
final class Pulses implements Lag {
    /** Often enough to see a queue build up, too seldom to be felt. */
    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final List<StandingLag> all = new CopyOnWriteArrayList<>();
    private final FastThreadLocal<StandingLag> here = new FastThreadLocal<>();

    /** Measures, and tells nobody but who asks. */
    Pulses() {}

    @Inject
    Pulses(Instance<MeterRegistry> metrics) {
        if (metrics.isResolvable()) {
            Gauge.builder("fingerpost.door.lag", this, Pulses::longestSeconds)
                    .description("How long every request has been waiting of late")
                    .baseUnit("seconds")
                    .register(metrics.get());
        }
    }

    @Override
    public long standing(HttpConnection line) {
        StandingLag lag = here.get();
        if (lag == null) {
            if (!(line instanceof ConnectionBase known)) {
                return 0;
            }
            lag = begin(known.channel().eventLoop());
        }
        return lag.asked(System.nanoTime());
    }

    private StandingLag begin(EventLoop loop) {
        StandingLag lag = new StandingLag(System.nanoTime(), PERIOD_NANOS);
        here.set(lag);
        all.add(lag);
        next(loop, lag);
        return lag;
    }

    private static void next(EventLoop loop, StandingLag lag) {
        Runnable beat =
                () -> {
                    lag.beat(System.nanoTime());
                    next(loop, lag);
                };
        if (!loop.isShuttingDown()) {
            loop.schedule(beat, PERIOD_NANOS, TimeUnit.NANOSECONDS);
        }
    }

    private double longestSeconds() {
        return all.stream().mapToLong(StandingLag::last).max().orElse(0) / 1e9;
    }
}
