package org.fingerpost.firmware.parked;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fingerpost.access.Caller;
import org.fingerpost.audit.Audit;
import org.fingerpost.audit.Decision;
import org.fingerpost.firmware.rollouts.Rollout;
import org.fingerpost.firmware.rollouts.Rollouts;
import org.fingerpost.firmware.rollouts.turn.Turn;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.outbox.Outbox;
import org.fingerpost.problems.Problem;
import org.fingerpost.statements.Statements;

/** Keeps the phones that are off a rollout's rule. */
@ApplicationScoped
public class ParkedPhones {
    /**
     * So many are parked from a rollout without somebody's look: as many as are of a panel. Each is
     * a record in every door's memory, and anybody who invents addresses can have some.
     */
    public static final int MOST = 10_000;

    private static final String TYPE = "org.fingerpost.firmware.parked.v1";

    private static final String PARK =
            """
            INSERT INTO parked (rollout_id, mac, provider_id, reason, at)
            SELECT ?, mac, ?, reason, at::timestamptz
            FROM unnest(?::bigint[], ?::text[], ?::text[]) AS phone (mac, reason, at)
            ORDER BY mac
            ON CONFLICT (rollout_id, mac) DO UPDATE SET reason = excluded.reason
            """;

    private final Statements statements;
    private final Turn turn;
    private final Outbox outbox;
    private final Audit audit;
    private final Event<Released> released;

    ParkedPhones(
            Statements statements,
            Turn turn,
            Outbox outbox,
            Audit audit,
            Event<Released> released) {
        this.statements = statements;
        this.turn = turn;
        this.outbox = outbox;
        this.audit = audit;
        this.released = released;
    }

    /** Told in the transaction that releases it: what it did is forgotten. */
    public record Released(long rollout, MacAddress mac) {}

    private record State(long provider, long rollout, String mac, String reason) {}

    /** From now on the rule does not let them in, whatever their places are. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void park(Rollout rollout, Collection<Parked> phones) {
        statements.run(
                PARK,
                rollout.id(),
                rollout.provider(),
                phones.stream().map(phone -> phone.mac().bits()).toArray(Long[]::new),
                phones.stream().map(phone -> phone.reason().word()).toArray(String[]::new),
                phones.stream().map(phone -> phone.at().toString()).toArray(String[]::new));
        Map<String, State> states = new LinkedHashMap<>();
        for (Parked phone : phones) {
            states.put(
                    key(rollout.id(), phone.mac()),
                    new State(
                            rollout.provider(),
                            rollout.id(),
                            phone.mac().toString(),
                            phone.reason().word()));
        }
        outbox.appendAll(TYPE, states);
    }

    /** They have got the release after all. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void unpark(long rollout, Collection<MacAddress> phones) {
        statements
                .list(
                        "DELETE FROM parked WHERE rollout_id = ? AND mac = ANY (?) RETURNING mac",
                        row -> new MacAddress(row.getLong(1)),
                        rollout,
                        phones.stream().map(MacAddress::bits).toArray(Long[]::new))
                .forEach(mac -> outbox.appendGone(key(rollout, mac), TYPE));
    }

    /**
     * The phone is like others of the rollout again.
     *
     * @throws Problem if it is not parked
     */
    @Transactional
    long release(Caller caller, Rollout rollout, MacAddress mac) {
        turn.take();
        if (!delete(rollout.id(), mac)) {
            throw Problem.notFound(mac + " is not parked");
        }
        released.fire(new Released(rollout.id(), mac));
        audit.record(
                Decision.about(
                                caller,
                                "phone-released",
                                "rollout/" + rollout.id(),
                                rollout.provider())
                        .is(Map.of("mac", mac.toString())));
        return outbox.appendGone(key(rollout.id(), mac), TYPE);
    }

    /** How many that are parked from a rollout were so only after a time. */
    @Transactional
    public long since(long rollout, Instant time) {
        return statements
                .list(
                        "SELECT count(*) FROM parked WHERE rollout_id = ?"
                                + " AND since > ?::timestamptz",
                        row -> row.getLong(1),
                        rollout,
                        time.toString())
                .getFirst();
    }

    /** All that are parked from a rollout. */
    @Transactional
    public Set<MacAddress> macs(long rollout) {
        return Set.copyOf(
                statements.list(
                        "SELECT mac FROM parked WHERE rollout_id = ?",
                        row -> new MacAddress(row.getLong(1)),
                        rollout));
    }

    /** A page, by address. */
    @Transactional
    List<Parked> of(long rollout, long after, int size) {
        return statements.list(
                "SELECT mac, reason, at FROM parked WHERE rollout_id = ? AND mac > ?"
                        + " ORDER BY mac LIMIT ?",
                row ->
                        new Parked(
                                new MacAddress(row.getLong(1)),
                                Parked.Reason.of(row.getString(2)),
                                row.getObject(3, OffsetDateTime.class).toInstant()),
                rollout,
                after,
                size);
    }

    /** Nobody is off the rule of what is deleted, or rolled back: that is for these above all. */
    void dropping(@Observes Rollouts.Dropping event) {
        statements
                .list(
                        "DELETE FROM parked WHERE rollout_id = ? RETURNING mac",
                        row -> new MacAddress(row.getLong(1)),
                        event.rollout().id())
                .forEach(mac -> outbox.appendGone(key(event.rollout().id(), mac), TYPE));
    }

    private boolean delete(long rollout, MacAddress mac) {
        return statements.run(
                        "DELETE FROM parked WHERE rollout_id = ? AND mac = ?", rollout, mac.bits())
                > 0;
    }

    private static String key(long rollout, MacAddress mac) {
        return "parked/" + rollout + "/" + mac;
    }
}
