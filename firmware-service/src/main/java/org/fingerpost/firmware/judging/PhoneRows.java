package org.fingerpost.firmware.judging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.fingerpost.firmware.parked.Parked;
import org.fingerpost.firmware.rollouts.Rollout;
import org.fingerpost.firmware.rollouts.Wave;
import org.fingerpost.firmware.waves.Tally;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.statements.Statements;

/** The table {@code rollout_phone}: each statement may be run twice, and for times in any order. */
@ApplicationScoped
class PhoneRows {
    /**
     * From the first whole file on the time runs, however often the phone fetches: one that goes
     * round and round would never fail otherwise. A fetch that comes later than it may still be
     * busy with the one before says that it is back, with what it had.
     */
    private static final String FETCHED =
            """
            INSERT INTO rollout_phone AS known (rollout_id, mac, place, was, fetched_at, whole)
            VALUES (?, ?, ?, ?, ?::timestamptz, ?)
            ON CONFLICT (rollout_id, mac) DO UPDATE SET
                unchanged_at = CASE WHEN known.whole AND excluded.fetched_at
                        > known.fetched_at + ? * interval '1 minute'
                    THEN greatest(known.unchanged_at, excluded.fetched_at)
                    ELSE known.unchanged_at END,
                fetched_at = CASE WHEN known.whole THEN known.fetched_at
                    ELSE greatest(known.fetched_at, excluded.fetched_at) END,
                was = CASE WHEN known.fetched_at IS NULL THEN excluded.was ELSE known.was END,
                whole = known.whole OR excluded.whole
            WHERE known.outcome IS NULL
            """;

    /** Who was seen with the release before anything else never had to get it. */
    private static final String ARRIVED =
            """
            INSERT INTO rollout_phone AS known (rollout_id, mac, place, was, outcome, outcome_at)
            SELECT ?, p.mac, ?, p.version, 'succeeded', ?::timestamptz
            FROM phone p WHERE p.provider_id = ? AND p.mac = ? AND p.version NOT IN ('', ?)
                AND p.seen_at <= ?::timestamptz
            ON CONFLICT (rollout_id, mac) DO NOTHING
            """;

    /** Also of a phone that was given up: it has got the release after all. */
    private static final String RETURNED =
            """
            UPDATE rollout_phone SET outcome = 'succeeded', outcome_at = ?::timestamptz
            WHERE rollout_id = ? AND mac = ? AND outcome IS DISTINCT FROM 'succeeded'
                AND (fetched_at IS NULL OR fetched_at <= ?::timestamptz)
            """;

    /** A step of a ladder: confirmed, and the next fetch is another try. */
    private static final String SAID =
            """
            UPDATE rollout_phone SET
                unchanged_at = CASE WHEN was IN ('', ?)
                    THEN greatest(unchanged_at, ?::timestamptz) ELSE NULL END,
                fetched_at = CASE WHEN was IN ('', ?) THEN fetched_at ELSE NULL END,
                whole = whole AND was IN ('', ?),
                was = ?
            WHERE rollout_id = ? AND mac = ? AND outcome IS NULL AND fetched_at < ?::timestamptz
            """;

    private static final String FAIL =
            """
            UPDATE rollout_phone SET outcome = 'failed',
                outcome_at = CASE WHEN whole AND unchanged_at > fetched_at + back.settle
                    THEN unchanged_at ELSE fetched_at + back.late END
            FROM (SELECT ? * interval '1 minute' AS settle, ? * interval '1 minute' AS late,
                ?::timestamptz AS heard_to) AS back
            WHERE (rollout_id, mac) IN (
                SELECT r.rollout_id, r.mac FROM rollout_phone r
                WHERE r.rollout_id = ? AND r.outcome IS NULL AND r.fetched_at IS NOT NULL
                    AND (r.whole AND r.unchanged_at > r.fetched_at + back.settle
                            AND r.unchanged_at <= back.heard_to
                        OR r.fetched_at + back.late <= back.heard_to)
                ORDER BY r.mac LIMIT 1000 FOR UPDATE)
            RETURNING mac, outcome_at, coalesce(unchanged_at > fetched_at + back.settle, false)
            """;

    /** It broke off, and is back: it may try again. */
    private static final String BROKEN_OFF =
            """
            DELETE FROM rollout_phone WHERE rollout_id = ? AND outcome IS NULL AND NOT whole
                AND unchanged_at > fetched_at + ? * interval '1 minute'
            """;

    /** As it was at that time: who came back later was still out. */
    private static final String TALLY =
            """
            SELECT count(*), count(*) FILTER (WHERE outcome = 'succeeded' AND outcome_at <= told.upto),
                count(*) FILTER (WHERE outcome = 'failed' AND outcome_at <= told.upto)
            FROM rollout_phone, (SELECT ?::timestamptz AS upto) AS told
            WHERE rollout_id = ? AND place >= ? AND place < ?
                AND coalesce(fetched_at, outcome_at) <= told.upto
            """;

    private final Statements statements;

    PhoneRows(Statements statements) {
        this.statements = statements;
    }

    void keep(Deed.Fetched deed, long settleMinutes) {
        statements.run(
                FETCHED,
                deed.rollout(),
                deed.mac().bits(),
                deed.place(),
                deed.was(),
                deed.at().toString(),
                deed.whole(),
                settleMinutes);
    }

    /**
     * @return whether it is news
     */
    boolean keep(Deed.Arrived deed, long provider) {
        String at = deed.at().toString();
        return statements.run(RETURNED, at, deed.rollout(), deed.mac().bits(), at) > 0
                || statements.run(
                                ARRIVED,
                                deed.rollout(),
                                deed.place(),
                                at,
                                provider,
                                deed.mac().bits(),
                                deed.version(),
                                at)
                        > 0;
    }

    void keep(Deed.Said deed) {
        String version = deed.version();
        String at = deed.at().toString();
        statements.run(
                SAID,
                version,
                at,
                version,
                version,
                version,
                deed.rollout(),
                deed.mac().bits(),
                at);
    }

    /** Some that have failed by then; all of them after as many calls as it takes. */
    List<Parked> fail(Rollout rollout, Instant heardTo) {
        long settle = rollout.limits().settle().toMinutes();
        statements.run(BROKEN_OFF, rollout.id(), settle);
        return statements.list(
                FAIL,
                row ->
                        new Parked(
                                new MacAddress(row.getLong(1)),
                                row.getBoolean(3)
                                        ? Parked.Reason.CAME_BACK_UNCHANGED
                                        : Parked.Reason.DID_NOT_RETURN,
                                row.getObject(2, OffsetDateTime.class).toInstant()),
                settle,
                rollout.limits().back().toMinutes(),
                heardTo.toString(),
                rollout.id());
    }

    Tally tally(Rollout rollout, Wave wave, Instant heardTo) {
        Wave.Opened opened = wave.opened().orElseThrow();
        return statements
                .list(
                        TALLY,
                        row ->
                                new Tally(
                                        opened.phones(),
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getLong(3)),
                        heardTo.toString(),
                        rollout.id(),
                        rollout.from(wave),
                        opened.place())
                .getFirst();
    }

    void forget(long rollout, MacAddress mac) {
        statements.run(
                "DELETE FROM rollout_phone WHERE rollout_id = ? AND mac = ?", rollout, mac.bits());
    }
}
