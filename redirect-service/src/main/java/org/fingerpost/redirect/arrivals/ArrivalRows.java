package org.fingerpost.redirect.arrivals;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.fingerpost.formats.mac.MacAddress;

/** The statements on {@code arrival}, in the transaction that is running. */
@ApplicationScoped
class ArrivalRows {
    /** In the order of keys, so that two writers wait for each other and never in a circle. */
    private static final String KEEP =
            """
            INSERT INTO arrival AS known (mac, provider_id, first_contact, last_contact, outcome,
                                          model, version, redirected_at, stray)
            SELECT mac, provider_id, first_contact, last_contact, outcome, model, version,
                   redirected_at, provider_id = 0
            FROM unnest(?::bigint[], ?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::text[],
                        ?::text[], ?::text[], ?::timestamptz[])
                AS seen (mac, provider_id, first_contact, last_contact, outcome, model, version,
                         redirected_at)
            ORDER BY mac, provider_id
            ON CONFLICT (mac, provider_id) DO UPDATE SET
                first_contact = least(known.first_contact, excluded.first_contact),
                last_contact = greatest(known.last_contact, excluded.last_contact),
                redirected_at = greatest(known.redirected_at, excluded.redirected_at),
                outcome = CASE WHEN excluded.last_contact > known.last_contact THEN excluded.outcome ELSE known.outcome END,
                model = CASE WHEN excluded.last_contact > known.last_contact THEN excluded.model ELSE known.model END,
                version = CASE WHEN excluded.last_contact > known.last_contact THEN excluded.version ELSE known.version END
            """;

    /** What a provider may know of: its own phones, and those that were sent to nobody. */
    private static final String OF_RANGE =
            " FROM arrival WHERE mac BETWEEN ? AND ? AND provider_id IN (0, ?) ";

    private static final String COUNT =
            "SELECT count(DISTINCT mac), count(redirected_at), max(last_contact)" + OF_RANGE;

    private static final String PHONES =
            "SELECT mac, provider_id, first_contact, last_contact, outcome, model, version,"
                    + " redirected_at FROM arrival WHERE mac IN (SELECT DISTINCT mac"
                    + OF_RANGE
                    + "ORDER BY mac LIMIT ?) AND provider_id IN (0, ?) ORDER BY mac, provider_id";

    private static final String ONE =
            "SELECT mac, provider_id, first_contact, last_contact, outcome, model, version,"
                    + " redirected_at FROM arrival WHERE mac = ?";

    private final DataSource dataSource;

    ArrivalRows(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void keep(Collection<Arrival> arrivals) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement keep = connection.prepareStatement(KEEP)) {
            column(connection, keep, 1, "bigint", arrivals, arrival -> arrival.mac().bits());
            column(connection, keep, 2, "bigint", arrivals, Arrival::provider);
            column(connection, keep, 3, "text", arrivals, Arrival::firstContact);
            column(connection, keep, 4, "text", arrivals, Arrival::lastContact);
            column(connection, keep, 5, "text", arrivals, Arrival::outcome);
            column(connection, keep, 6, "text", arrivals, Arrival::model);
            column(connection, keep, 7, "text", arrivals, Arrival::version);
            column(connection, keep, 8, "text", arrivals, seen -> seen.redirectedAt().orElse(null));
            keep.executeUpdate();
        }
    }

    Funnel count(long first, long last, long provider) throws SQLException {
        return list(
                        COUNT,
                        row -> new Funnel(row.getLong(1), row.getLong(2), instant(row, 3)),
                        first,
                        last,
                        provider)
                .getFirst();
    }

    /** All rows of the first so many phones. */
    List<Arrival> phones(long first, long last, long provider, int size) throws SQLException {
        return list(PHONES, ArrivalRows::arrival, first, last, provider, size, provider);
    }

    List<Arrival> of(MacAddress mac) throws SQLException {
        return list(ONE, ArrivalRows::arrival, mac.bits());
    }

    /**
     * @return how many rows it touched
     */
    int touch(String sql, Collection<Long> macs) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement change = connection.prepareStatement(sql)) {
            change.setArray(1, connection.createArrayOf("bigint", macs.toArray()));
            return change.executeUpdate();
        }
    }

    /** Makes something of one row. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> list(String sql, Reader<T> reader, Object... values) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement ask = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                ask.setObject(i + 1, values[i]);
            }
            try (ResultSet row = ask.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (row.next()) {
                    all.add(reader.read(row));
                }
                return all;
            }
        }
    }

    private static Arrival arrival(ResultSet row) throws SQLException {
        return new Arrival(
                new MacAddress(row.getLong(1)),
                row.getLong(2),
                instant(row, 3).orElseThrow(),
                instant(row, 4).orElseThrow(),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                instant(row, 8));
    }

    private static Optional<Instant> instant(ResultSet row, int at) throws SQLException {
        return Optional.ofNullable(row.getObject(at, OffsetDateTime.class))
                .map(time -> time.withOffsetSameInstant(ZoneOffset.UTC).toInstant());
    }

    private static void column(
            Connection connection,
            PreparedStatement keep,
            int at,
            String type,
            Collection<Arrival> arrivals,
            Function<Arrival, Object> value)
            throws SQLException {
        Object[] all =
                arrivals.stream()
                        .map(value)
                        .map(each -> each instanceof Instant time ? time.toString() : each)
                        .toArray();
        keep.setArray(at, connection.createArrayOf(type, all));
    }
}
