package org.fingerpost.redirect.arrivals;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.ranges.searching.PhonesRanges;

/**
 * Phones around which no range was found yet. One that is asked about too late or too many is
 * looked up once more: a range keeps it, or it is dropped, the oldest first, and counted.
 */
@ApplicationScoped
class Strays {
    /** So that no transaction runs longer than a second. */
    private static final int AT_ONCE = 1000;

    private static final String DUE =
            """
            SELECT mac FROM arrival
            WHERE stray AND last_contact < greatest(?, coalesce(
                (SELECT last_contact FROM arrival WHERE stray ORDER BY last_contact DESC, mac DESC
                 OFFSET ? LIMIT 1), '-infinity'))
            ORDER BY last_contact, mac LIMIT ?
            """;

    private static final String SETTLE =
            "UPDATE arrival SET stray = false WHERE stray AND mac = ANY (?)";

    private static final String DROP = "DELETE FROM arrival WHERE stray AND mac = ANY (?)";

    private final ArrivalRows rows;
    private final PhonesRanges ranges;
    private final ArrivalsConfig config;
    private final Clock clock;
    private final Counter dropped;

    Strays(
            ArrivalRows rows,
            PhonesRanges ranges,
            ArrivalsConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.rows = rows;
        this.ranges = ranges;
        this.config = config;
        this.clock = clock;
        this.dropped =
                Counter.builder("fingerpost.arrivals.strays.dropped")
                        .description("Phones in nobody's range that were forgotten")
                        .register(metrics);
    }

    /**
     * Looks at some that are due.
     *
     * @return true if there may be more
     */
    @Transactional
    boolean sweep() {
        OffsetDateTime tooLate =
                OffsetDateTime.ofInstant(
                        clock.instant().minus(config.straysKeptFor()), ZoneOffset.UTC);
        try {
            List<Long> due =
                    rows.list(
                            DUE,
                            row -> row.getLong(1),
                            tooLate,
                            config.straysAtMost() - 1,
                            AT_ONCE);
            Set<Long> registered =
                    ranges.registeredAmong(due.stream().map(MacAddress::new).toList()).stream()
                            .map(MacAddress::bits)
                            .collect(Collectors.toSet());
            rows.touch(SETTLE, registered);
            dropped.increment(
                    rows.touch(
                            DROP, due.stream().filter(mac -> !registered.contains(mac)).toList()));
            return due.size() == AT_ONCE;
        } catch (SQLException e) {
            throw new IllegalStateException("strays could not be looked at", e);
        }
    }
}
