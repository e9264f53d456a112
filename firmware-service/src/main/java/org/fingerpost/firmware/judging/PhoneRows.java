package org.fingerpost.firmware.judging;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.fingerpost.firmware.compliance.Fleet;
import org.fingerpost.firmware.parked.Parked;
import org.fingerpost.firmware.rollouts.Rollout;
import org.fingerpost.firmware.waves.Tally;
import org.fingerpost.firmware.waves.WaveTally;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.statements.Statements;

/** The table {@code rollout_phone}, as a whole. */
@ApplicationScoped
class PhoneRows {
    /** With what is known of them now; who fetched before anybody counted it is counted as well. */
    private static final String SEAT =
            """
            INSERT INTO rollout_phone (rollout_id, mac, wave, was, proves)
            SELECT ?, p.mac, ?, p.version, coalesce(p.proved_at > ?::timestamptz, false)
            FROM phone p WHERE p.provider_id = ? AND p.mac = ANY (?) ORDER BY p.mac
            ON CONFLICT (rollout_id, mac) DO UPDATE SET wave = excluded.wave
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
                ORDER BY r.wave NULLS LAST, r.mac LIMIT ? FOR UPDATE)
            RETURNING mac, outcome_at, coalesce(unchanged_at > fetched_at + back.settle, false)
            """;

    /** It broke off, and is back: it may try again. */
    private static final String BROKEN_OFF =
            """
            UPDATE rollout_phone SET fetched_at = NULL, unchanged_at = NULL
            WHERE rollout_id = ? AND outcome IS NULL AND NOT whole
                AND unchanged_at > fetched_at + ? * interval '1 minute'
            """;

    /** As it was at that time: who came back later was still out. */
    private static final String TALLY =
            """
            SELECT count(r.mac), count(*) FILTER (WHERE did.fetched),
                count(*) FILTER (WHERE did.succeeded), count(*) FILTER (WHERE did.failed),
                count(*) FILTER (WHERE r.proves),
                count(*) FILTER (WHERE r.proves AND did.fetched),
                count(*) FILTER (WHERE r.proves AND did.succeeded),
                count(*) FILTER (WHERE r.proves AND did.failed)
            FROM (SELECT ?::timestamptz AS upto) AS told CROSS JOIN rollout_wave w
            LEFT JOIN rollout_phone r ON r.rollout_id = w.rollout_id AND r.wave = w.position
            CROSS JOIN LATERAL (SELECT coalesce(r.fetched_at, r.outcome_at) <= told.upto AS fetched,
                r.outcome = 'succeeded' AND r.outcome_at <= told.upto AS succeeded,
                r.outcome = 'failed' AND r.outcome_at <= told.upto AS failed) AS did
            WHERE w.rollout_id = ? AND w.opened_at IS NOT NULL
            GROUP BY w.position ORDER BY w.position
            """;

    private final Statements statements;
    private final Clock clock;

    PhoneRows(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /** Known phones are of a wave's panel from now on. */
    void seat(Rollout rollout, int wave, Long[] macs) {
        statements.run(
                SEAT,
                rollout.id(),
                wave,
                clock.instant().minus(Fleet.PROVED_WITHIN).toString(),
                rollout.provider(),
                macs);
    }

    /**
     * At most so many of those that have failed by then, those that are counted first; all of them
     * after as many calls as it takes.
     */
    List<Parked> fail(Rollout rollout, Instant heardTo, long most) {
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
                rollout.id(),
                most);
    }

    /** Of each open wave, in their order. */
    List<WaveTally> tallies(long rollout, Instant heardTo) {
        return statements.list(
                TALLY,
                row -> new WaveTally(tally(row, 1), tally(row, 5)),
                heardTo.toString(),
                rollout);
    }

    private static Tally tally(ResultSet row, int at) throws SQLException {
        return new Tally(
                row.getLong(at), row.getLong(at + 1), row.getLong(at + 2), row.getLong(at + 3));
    }

    /** It is as if it had done nothing; of a panel it stays. */
    void forget(long rollout, MacAddress mac) {
        statements.run(
                "UPDATE rollout_phone SET fetched_at = NULL, whole = false, unchanged_at = NULL,"
                        + " outcome = NULL, outcome_at = NULL WHERE rollout_id = ? AND mac = ?",
                rollout,
                mac.bits());
    }
}
