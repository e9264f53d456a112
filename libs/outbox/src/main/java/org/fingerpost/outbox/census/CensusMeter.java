package org.fingerpost.outbox.census;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The last answer to one census, as gauges. Used by one thread. */
final class CensusMeter {
    private final Census census;
    private final MultiGauge gauges;
    private long dueAt = System.nanoTime();

    CensusMeter(Census census, MeterRegistry metrics) {
        this.census = census;
        MultiGauge.Builder builder =
                MultiGauge.builder(census.name()).description(census.description());
        this.gauges =
                (census.unit().isEmpty() ? builder : builder.baseUnit(census.unit()))
                        .register(metrics);
    }

    Census census() {
        return census;
    }

    boolean isDue() {
        return System.nanoTime() - dueAt >= 0;
    }

    void keep(ResultSet answer) throws SQLException {
        List<Row<?>> rows = new ArrayList<>();
        while (answer.next()) {
            boolean labelled = !census.label().isEmpty();
            Tags tags = labelled ? Tags.of(census.label(), answer.getString(1)) : Tags.empty();
            rows.add(Row.of(tags, answer.getDouble(labelled ? 2 : 1)));
        }
        gauges.register(rows, true);
        dueAt = System.nanoTime() + census.every().toNanos();
    }

    /** Nothing is better than what may long be wrong; it is asked again with the next look. */
    void forget() {
        gauges.register(List.of(), true);
        dueAt = System.nanoTime();
    }

    /** What takes too long is not asked all the time. */
    void forgetForNow() {
        gauges.register(List.of(), true);
        dueAt = System.nanoTime() + census.every().toNanos();
    }
}
