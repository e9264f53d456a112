package org.fingerpost.outbox.census;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks each {@link Census} when it is due, on a thread of its own: reading the metrics waits for no
 * database, and one that is away takes its figures with it, rather than leave old ones.
 */
@ApplicationScoped
class CensusTaker {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int PATIENCE_SECONDS = 5;

    /** PostgreSQL's {@code query_canceled}, as after our patience. */
    private static final String CANCELLED = "57014";

    private final AgroalDataSource dataSource;
    private final List<Census> all;
    private final Instance<MeterRegistry> metrics;
    private final boolean controlPlane;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("census").daemon().factory());
    private List<CensusMeter> meters = List.of();
    private volatile int up;

    CensusTaker(
            AgroalDataSource dataSource,
            @All List<Census> all,
            Instance<MeterRegistry> metrics,
            @ConfigProperty(name = "fingerpost.planes", defaultValue = "both") String planes) {
        this.dataSource = dataSource;
        this.all = all;
        this.metrics = metrics;
        this.controlPlane = !planes.equalsIgnoreCase("data");
    }

    void start(@Observes StartupEvent event) {
        if (!controlPlane || !metrics.isResolvable()) {
            return;
        }
        MeterRegistry registry = metrics.get();
        Gauge.builder("fingerpost.database.up", this, taker -> taker.up)
                .description("1 while this control plane reaches its database")
                .register(registry);
        meters = all.stream().map(census -> new CensusMeter(census, registry)).toList();
        clock.scheduleWithFixedDelay(this::take, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        clock.shutdownNow();
    }

    private void take() {
        List<CensusMeter> due = meters.stream().filter(CensusMeter::isDue).toList();
        if (due.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            up = 1;
            due.forEach(meter -> ask(connection, meter));
        } catch (SQLException | RuntimeException e) {
            up = 0;
            meters.forEach(CensusMeter::forget);
        }
    }

    /** One that fails, as all do before the tables are there, takes none of the others with it. */
    private static void ask(Connection connection, CensusMeter meter) {
        try (PreparedStatement question = connection.prepareStatement(meter.census().sql())) {
            question.setQueryTimeout(PATIENCE_SECONDS);
            try (ResultSet answer = question.executeQuery()) {
                meter.keep(answer);
            }
        } catch (SQLException e) {
            if (CANCELLED.equals(e.getSQLState())) {
                meter.forgetForNow();
            } else {
                meter.forget();
            }
        }
    }
}
