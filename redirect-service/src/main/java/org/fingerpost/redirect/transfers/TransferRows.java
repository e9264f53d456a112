package org.fingerpost.redirect.transfers;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fingerpost.statements.Statements;

/** The statements on {@code transfer}. */
@ApplicationScoped
class TransferRows {
    private static final String COLUMNS =
            "SELECT id, from_provider, to_provider, range_ids, state, offered_at, expires_at"
                    + " FROM transfer ";

    /** To a provider that is there, or no row. */
    private static final String OFFER =
            """
            INSERT INTO transfer (from_provider, to_provider, range_ids, state, offered_at, expires_at)
            SELECT ?, id, ?, 'offered', ?, ? FROM provider WHERE id = ?
            RETURNING id
            """;

    private final Statements statements;

    TransferRows(Statements statements) {
        this.statements = statements;
    }

    /** The offer with its id; nothing if there is nobody to whom it is made. */
    Optional<Transfer> insert(Transfer offer) {
        return statements
                .list(
                        OFFER,
                        row -> row.getLong(1),
                        offer.from(),
                        offer.ranges().toArray(Long[]::new),
                        utc(offer.offeredAt()),
                        utc(offer.expiresAt()),
                        offer.to())
                .stream()
                .findFirst()
                .map(id ->
                        new Transfer(
                                id,
                                offer.from(),
                                offer.to(),
                                offer.ranges(),
                                offer.state(),
                                offer.offeredAt(),
                                offer.expiresAt()));
    }

    Optional<Transfer> locked(long id) {
        return list("WHERE id = ? FOR UPDATE", id).stream().findFirst();
    }

    Optional<Transfer> find(long id) {
        return list("WHERE id = ?", id).stream().findFirst();
    }

    void close(Transfer transfer, Instant at) {
        statements.run(
                "UPDATE transfer SET state = ?, closed_at = ? WHERE id = ?",
                transfer.state().word(),
                utc(at),
                transfer.id());
    }

    List<Transfer> page(long after, int size) {
        return list("WHERE id > ? ORDER BY id LIMIT ?", after, size);
    }

    /** Those that a provider has made or was made. */
    List<Transfer> pageOf(long provider, long after, int size) {
        return list(
                "WHERE (from_provider = ? OR to_provider = ?) AND id > ? ORDER BY id LIMIT ?",
                provider,
                provider,
                after,
                size);
    }

    private List<Transfer> list(String rest, Object... values) {
        return statements.list(COLUMNS + rest, TransferRows::transfer, values);
    }

    private static Transfer transfer(ResultSet row) throws SQLException {
        return new Transfer(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                List.of((Long[]) row.getArray(4).getArray()),
                Transfer.State.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getObject(7, OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
