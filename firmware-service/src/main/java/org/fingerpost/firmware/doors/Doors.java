package org.fingerpost.firmware.doors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.fingerpost.problems.Problem;
import org.fingerpost.statements.Statements;

/** Keeps how far each door has been heard. */
@ApplicationScoped
public class Doors {
    /** A loss that was not told before is heard of now. */
    private static final String KEEP =
            """
            INSERT INTO door_heard AS known (door, partition, service, heard_to, lost_at,
                lost_heard_at)
            SELECT door::uuid, partition, service, heard_to::timestamptz, lost_at::timestamptz,
                CASE WHEN lost_at IS NOT NULL THEN clock_timestamp() END
            FROM (SELECT door, partition, service, heard_to, nullif(lost_at, '') AS lost_at
                FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[])
                    AS beat (door, partition, service, heard_to, lost_at)) AS beats
            ORDER BY door, partition
            ON CONFLICT (door, partition) DO UPDATE SET service = excluded.service,
                heard_to = greatest(known.heard_to, excluded.heard_to),
                lost_heard_at = CASE WHEN known.lost_at IS NULL
                        AND excluded.lost_at IS NOT NULL OR excluded.lost_at > known.lost_at
                    THEN excluded.lost_heard_at ELSE known.lost_heard_at END,
                lost_at = greatest(known.lost_at, excluded.lost_at)
            """;

    /** A door has a row for each partition from its first heartbeat on. */
    private static final String EXPECT =
            """
            INSERT INTO door_heard (door, partition, service)
            SELECT door::uuid, partition, service
            FROM unnest(?::text[], ?::text[], ?::bigint[]) AS met (door, service, partitions),
                generate_series(0, partitions - 1) AS partition
            ORDER BY door, partition
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
        Map<String, Beat> latest = new LinkedHashMap<>();
        for (Beat beat : beats) {
            latest.merge(
                    beat.door() + "/" + beat.partition(),
                    beat,
                    (one, other) -> other.at().isBefore(one.at()) ? one : other);
        }
        if (latest.isEmpty()) {
            return;
        }
        Collection<Beat> last = latest.values();
        Map<UUID, Beat> doors = new LinkedHashMap<>();
        last.forEach(beat -> doors.put(beat.door(), beat));
        expect(doors.values(), Beat::door, Beat::service, Beat::partitions);
        statements.run(
                KEEP,
                texts(last, beat -> beat.door().toString()),
                last.stream().map(beat -> (long) beat.partition()).toArray(Long[]::new),
                texts(last, Beat::service),
                texts(last, beat -> beat.at().toString()),
                texts(last, beat -> beat.lastLoss().map(Instant::toString).orElse("")));
    }

    /** Doors that have sent sightings: who never says how far they go is waited for. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void meet(Map<UUID, String> services) {
        expect(services.entrySet(), Map.Entry::getKey, Map.Entry::getValue, any -> 1);
    }

    private <T> void expect(
            Collection<T> all,
            Function<T, UUID> door,
            Function<T, String> service,
            ToIntFunction<T> partitions) {
        if (!all.isEmpty()) {
            statements.run(
                    EXPECT,
                    texts(all, each -> door.apply(each).toString()),
                    texts(all, service),
                    all.stream()
                            .map(each -> (long) partitions.applyAsInt(each))
                            .toArray(Long[]::new));
        }
    }

    private static <T> String[] texts(Collection<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    /** What a door lost, by its clock. */
    public record Loss(UUID door, Instant at) {}

    /**
     * A loss of which was heard after a time, and that came later than another, by the doors'
     * clocks.
     */
    @Transactional
    public Optional<Loss> lostSince(Instant heard, Instant seen) {
        return statements
                .list(
                        """
                        SELECT door, max(lost_at) FROM door_heard
                        WHERE lost_heard_at > ?::timestamptz AND lost_at >= ?::timestamptz
                        GROUP BY door ORDER BY door LIMIT 1
                        """,
                        row ->
                                new Loss(
                                        row.getObject(1, UUID.class),
                                        row.getObject(2, OffsetDateTime.class).toInstant()),
                        heard.toString(),
                        seen.toString())
                .stream()
                .findFirst();
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
