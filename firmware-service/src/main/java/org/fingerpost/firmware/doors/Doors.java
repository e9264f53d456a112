package org.fingerpost.firmware.doors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fingerpost.problems.Problem;
import org.fingerpost.statements.Statements;

/** Keeps how far each door has been heard. */
@ApplicationScoped
public class Doors {
    private static final String KEEP =
            """
            INSERT INTO door_heard AS known (door, partition, service, heard_to)
            VALUES (?, ?, ?, ?::timestamptz)
            ON CONFLICT (door, partition) DO UPDATE SET service = excluded.service,
                heard_to = greatest(known.heard_to, excluded.heard_to)
            """;

    /** A door has a row for each partition from its first heartbeat on. */
    private static final String EXPECT =
            """
            INSERT INTO door_heard (door, partition, service)
            SELECT ?, partition, ? FROM generate_series(0, ? - 1) AS partition
            ON CONFLICT (door, partition) DO NOTHING
            """;

    private final Statements statements;

    Doors(Statements statements) {
        this.statements = statements;
    }

    /** A door, and up to when it has been heard; empty if not in all partitions. */
    public record Heard(UUID door, String service, Optional<Instant> to) {}

    /** In the caller's transaction, which has the sightings that came before. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hear(Collection<Beat> beats) {
        for (Beat beat : beats) {
            statements.run(EXPECT, beat.door(), beat.service(), beat.partitions());
            statements.run(
                    KEEP, beat.door(), beat.partition(), beat.service(), beat.at().toString());
        }
    }

    /** Doors that have sent sightings: who never says how far they go is waited for. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void meet(Map<UUID, String> services) {
        services.forEach((door, service) -> statements.run(EXPECT, door, service, 1));
    }

    /** The time up to which nothing is missing; empty while a door has not said anything of it. */
    @Transactional
    public Optional<Instant> heardTo() {
        List<Heard> all = all();
        return all.stream().anyMatch(door -> door.to().isEmpty())
                ? Optional.empty()
                : all.stream().flatMap(door -> door.to().stream()).min(Instant::compareTo);
    }

    @Transactional
    public List<Heard> all() {
        return statements.list(
                """
                SELECT door, max(service),
                    CASE WHEN bool_and(heard_to IS NOT NULL) THEN min(heard_to) END AS heard_to
                FROM door_heard GROUP BY door ORDER BY heard_to NULLS FIRST, door
                """,
                row ->
                        new Heard(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                Optional.ofNullable(row.getObject(3, OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant)));
    }

    /** It is no more: nobody waits for it. If it speaks again it is a door again. */
    @Transactional
    void forget(UUID door) {
        if (statements.run("DELETE FROM door_heard WHERE door = ?", door) == 0) {
            throw Problem.notFound("no door " + door);
        }
    }
}
