package org.fingerpost.config.pins;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;

@ApplicationScoped
class PinRows implements PanacheRepository<PinRow> {
    private static final String ADD =
            """
            INSERT INTO pin (batch_id, provider_id, hash, number, settings)
            SELECT ?, ?, decode(hash, 'hex'), number, settings
            FROM unnest(?::text[], ?::text[], ?::text[]) AS fresh (hash, number, settings)
            ON CONFLICT (provider_id, hash) DO NOTHING
            RETURNING encode(hash, 'hex')
            """;
    private static final String DROP =
            """
            DELETE FROM pin WHERE id IN (
                SELECT id FROM pin WHERE batch_id = ?1 AND used_at IS NULL LIMIT ?2 FOR UPDATE)
            """;
    private static final String OPEN =
            """
            SELECT count(*) FROM pin JOIN pin_batch ON pin_batch.id = pin.batch_id
            WHERE pin_batch.provider_id = ?1 AND digits = ?2 AND expires_at > ?3
                AND voided_at IS NULL AND used_at IS NULL
            """;

    private final DataSource dataSource;

    PinRows(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A PIN as it is written down. */
    record Fresh(String hash, String number, String settings) {}

    /**
     * Writes them in one statement.
     *
     * @return the hashes of those that were written; the provider has the others already
     */
    Set<String> add(PinBatch batch, List<Fresh> pins) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement add = connection.prepareStatement(ADD)) {
            add.setLong(1, batch.id());
            add.setLong(2, batch.provider());
            List<Function<Fresh, String>> columns =
                    List.of(Fresh::hash, Fresh::number, Fresh::settings);
            for (int i = 0; i < columns.size(); i++) {
                Object[] column = pins.stream().map(columns.get(i)).toArray();
                add.setArray(3 + i, connection.createArrayOf("text", column));
            }
            return added(add);
        } catch (SQLException e) {
            throw new IllegalStateException("PINs could not be written", e);
        }
    }

    private static Set<String> added(PreparedStatement add) throws SQLException {
        Set<String> hashes = new HashSet<>();
        try (ResultSet row = add.executeQuery()) {
            while (row.next()) {
                hashes.add(row.getString(1));
            }
        }
        return hashes;
    }

    /** Nobody else uses it until the transaction ends. */
    Optional<PinRow> lock(long provider, byte[] hash) {
        return find("providerId = ?1 and hash = ?2", provider, hash)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Deletes so many unused ones, secrets and all. */
    int drop(long batch, int most) {
        return getEntityManager()
                .createNativeQuery(DROP)
                .setParameter(1, batch)
                .setParameter(2, most)
                .executeUpdate();
    }

    /** How many of the provider's PINs of this length are open. */
    long countOpen(long provider, int digits, Instant now) {
        return ((Number)
                        getEntityManager()
                                .createNativeQuery(OPEN)
                                .setParameter(1, provider)
                                .setParameter(2, digits)
                                .setParameter(3, now)
                                .getSingleResult())
                .longValue();
    }

    long countUsed(long batch) {
        return count("batch.id = ?1 and usedAt is not null", batch);
    }

    long countUnused(long batch) {
        return count("batch.id = ?1 and usedAt is null", batch);
    }

    /** How many of them want one of these numbers. */
    long countUnused(long batch, Collection<String> numbers) {
        return numbers.isEmpty()
                ? 0
                : count("batch.id = ?1 and usedAt is null and number in ?2", batch, numbers);
    }
}
