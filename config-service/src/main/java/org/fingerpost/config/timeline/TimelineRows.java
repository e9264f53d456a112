package org.fingerpost.config.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.statements.Statements;

/** The statements on {@code sighting}. */
@ApplicationScoped
class TimelineRows {
    private static final String COLUMNS =
            "provider_id, mac, time, door, sequence, service, kind, outcome, file, model, version,"
                    + " method, user_agent, address, status, bytes, secure";

    /** In the order of keys, so that two writers wait for each other and never in a circle. */
    private static final String KEEP =
            "INSERT INTO sighting ("
                    + COLUMNS
                    + ") SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::timestamptz[],"
                    + " ?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],"
                    + " ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[],"
                    + " ?::bigint[], ?::boolean[]) AS seen ("
                    + COLUMNS
                    + ") ORDER BY provider_id, mac, time, door, sequence ON CONFLICT DO NOTHING";

    /**
     * The time is asked for twice, because only {@code time <} alone tells which months to read.
     */
    private static final String PAGE =
            "SELECT "
                    + COLUMNS
                    + " FROM sighting WHERE provider_id = ? AND mac = ? AND time >= ? AND time <= ?"
                    + " AND (time, door, sequence) < (?, ?, ?)"
                    + " ORDER BY time DESC, door DESC, sequence DESC LIMIT ?";

    private final Statements statements;

    TimelineRows(Statements statements) {
        this.statements = statements;
    }

    /**
     * @return how many of them were new
     */
    int keep(List<TimelineEntry> all) {
        return statements.run(
                KEEP,
                numbers(all, TimelineEntry::provider),
                numbers(all, entry -> entry.mac().bits()),
                texts(all, entry -> entry.position().time()),
                texts(all, entry -> entry.position().door()),
                numbers(all, entry -> entry.position().sequence()),
                texts(all, TimelineEntry::service),
                texts(all, TimelineEntry::kind),
                texts(all, TimelineEntry::outcome),
                texts(all, TimelineEntry::file),
                texts(all, TimelineEntry::model),
                texts(all, TimelineEntry::version),
                texts(all, TimelineEntry::method),
                texts(all, TimelineEntry::userAgent),
                texts(all, TimelineEntry::address),
                numbers(all, entry -> (long) entry.status()),
                numbers(all, TimelineEntry::bytes),
                texts(all, TimelineEntry::secure));
    }

    /** Those from a time on and behind a position, read backwards. */
    List<TimelineEntry> page(
            long provider, MacAddress mac, Instant from, Position behind, int size) {
        return statements.list(
                PAGE,
                TimelineRows::entry,
                provider,
                mac.bits(),
                utc(from),
                utc(behind.time()),
                utc(behind.time()),
                behind.door(),
                behind.sequence(),
                size);
    }

    private static TimelineEntry entry(ResultSet row) throws SQLException {
        return new TimelineEntry(
                row.getLong(1),
                new MacAddress(row.getLong(2)),
                new Position(
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getObject(4, UUID.class),
                        row.getLong(5)),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                row.getInt(15),
                row.getLong(16),
                row.getBoolean(17));
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static Long[] numbers(List<TimelineEntry> all, Function<TimelineEntry, Long> part) {
        return all.stream().map(part).toArray(Long[]::new);
    }

    private static String[] texts(List<TimelineEntry> all, Function<TimelineEntry, Object> part) {
        return all.stream().map(part).map(Object::toString).toArray(String[]::new);
    }
}
