package org.fingerpost.config.staggering;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.fingerpost.config.turns.TurnKey;
import org.fingerpost.statements.Statements;

/** A provider's devices as the planner counts them, where they are. */
@ApplicationScoped
class Fleet {
    /** As {@link TurnKey} draws: the first four bytes, as a share of the turns. */
    private static final String TURNS =
            """
            SELECT (get_byte(hash, 0) * 16777216::bigint + get_byte(hash, 1) * 65536
                    + get_byte(hash, 2) * 256 + get_byte(hash, 3)) * ?::bigint >> 32 AS turn,
                   count(*)
            FROM (SELECT sha256(?::bytea || substring(int8send(mac) FROM 3)) AS hash
                  FROM device
                  WHERE provider_id = ? AND revision > 0 AND (coalesce(group_name, ''), model) IN
                      (SELECT * FROM unnest(?::text[], ?::text[]))) AS drawn
            GROUP BY turn
            """;

    private final Statements statements;

    Fleet(Statements statements) {
        this.statements = statements;
    }

    /**
     * Devices that are alike.
     *
     * @param group empty if they are in none
     */
    record Alike(String group, String model, long devices) {}

    /** How many devices have a turn. */
    record Share(int turn, double devices) {}

    List<Alike> of(long provider) {
        return statements.list(
                "SELECT coalesce(group_name, ''), model, count(*) FROM device WHERE provider_id = ?"
                        + " AND revision > 0 GROUP BY 1, 2 ORDER BY 1, 2",
                row -> new Alike(row.getString(1), row.getString(2), row.getLong(3)),
                provider);
    }

    /** Counted device by device. */
    List<Share> counted(long provider, Collection<Alike> alike, TurnKey key, int turns) {
        return statements.list(
                TURNS,
                row -> new Share(row.getInt(1), row.getLong(2)),
                turns,
                key.bytes(),
                provider,
                alike.stream().map(Alike::group).toArray(String[]::new),
                alike.stream().map(Alike::model).toArray(String[]::new));
    }
}
