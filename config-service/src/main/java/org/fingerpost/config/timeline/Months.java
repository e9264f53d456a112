package org.fingerpost.config.timeline;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.fingerpost.statements.Statements;
import org.jboss.logging.Logger;

/** The months of the table {@code sighting}: each is a partition, made and dropped as a whole. */
@ApplicationScoped
class Months {
    private static final Logger LOG = Logger.getLogger(Months.class);
    private static final String PREFIX = "sighting_";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuu_MM");

    /** Any number that nobody else locks: two services do not make the same month at once. */
    private static final long LOCK = 0x5167_6874L;

    private final Statements statements;
    private final Clock clock;
    private final Retention retention;
    private final Set<YearMonth> there = ConcurrentHashMap.newKeySet();

    Months(Statements statements, Clock clock, TimelineConfig config) {
        this.statements = statements;
        this.clock = clock;
        this.retention = config.keep();
    }

    /** The first month that is kept. */
    YearMonth oldest() {
        return retention.oldest(clock.instant());
    }

    /** The last month for which anything is taken. */
    YearMonth latest() {
        return Retention.latest(clock.instant());
    }

    /** Sees to it that there is a place for these months. */
    void make(Collection<YearMonth> wanted) {
        List<YearMonth> missing =
                wanted.stream().distinct().filter(month -> !there.contains(month)).toList();
        if (!missing.isEmpty()) {
            QuarkusTransaction.requiringNew()
                    .run(() -> {
                        lock();
                        missing.forEach(this::make);
                    });
            there.addAll(missing);
        }
    }

    /** Looks at the database again: somebody else may have dropped what was there. */
    void forget() {
        there.clear();
    }

    /** Makes this month and the next, and drops those that are over. */
    void sweep() {
        make(List.of(Retention.month(clock.instant()), latest()));
        YearMonth oldest = oldest();
        partitions().filter(month -> month.isBefore(oldest)).forEach(this::drop);
    }

    Stream<YearMonth> partitions() {
        return statements
                .list(
                        "SELECT relname FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid"
                                + " WHERE inhparent = 'sighting'::regclass ORDER BY relname",
                        row -> row.getString(1))
                .stream()
                .flatMap(Months::month);
    }

    /** Attached and not made in its place, which would lock out whoever reads or writes. */
    private void make(YearMonth month) {
        String name = name(month);
        boolean missing =
                statements
                        .list("SELECT to_regclass(?) IS NULL", row -> row.getBoolean(1), name)
                        .getFirst();
        if (missing) {
            statements.run("CREATE TABLE " + name + " (LIKE sighting INCLUDING ALL)");
            statements.run(
                    "ALTER TABLE sighting ATTACH PARTITION %s FOR VALUES FROM ('%s') TO ('%s')"
                            .formatted(name, start(month), start(month.plusMonths(1))));
        }
    }

    /**
     * Waits for readers only so long that those behind it do not notice; the next sweep tries
     * again.
     */
    private void drop(YearMonth month) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> {
                        statements.run("SET LOCAL lock_timeout = '500ms'");
                        lock();
                        statements.run("DROP TABLE IF EXISTS " + name(month));
                    });
            there.remove(month);
        } catch (RuntimeException e) {
            LOG.warnf("%s could not be dropped yet: %s", name(month), e.getMessage());
        }
    }

    private void lock() {
        statements.list("SELECT pg_advisory_xact_lock(?)", row -> true, LOCK);
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static String name(YearMonth month) {
        return PREFIX + NAME.format(month);
    }

    private static Stream<YearMonth> month(String name) {
        try {
            return Stream.of(YearMonth.parse(name.substring(PREFIX.length()), NAME));
        } catch (DateTimeParseException | StringIndexOutOfBoundsException e) {
            // Somebody else's, who knows what it is for.
            return Stream.empty();
        }
    }
}
