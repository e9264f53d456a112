package org.fingerpost.firmware.rollouts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fingerpost.access.Caller;
import org.fingerpost.firmware.releases.FirmwareRelease;
import org.fingerpost.firmware.releases.Releases;
import org.fingerpost.problems.Problem;

/**
 * Keeps the rollouts, and sees to it that doors and the audit hear of each change. Whether a change
 * may be is for those to say who make it, people or the rollout's own rules; they have locked it.
 */
@ApplicationScoped
public class Rollouts {
    private final RolloutRows rows;
    private final Releases releases;
    private final Announcements announcements;
    private final Event<Dropping> dropping;

    Rollouts(
            RolloutRows rows,
            Releases releases,
            Announcements announcements,
            Event<Dropping> dropping) {
        this.rows = rows;
        this.releases = releases;
        this.announcements = announcements;
        this.dropping = dropping;
    }

    /**
     * Told before a rollout is deleted or rolled back, in its transaction: what is kept of its
     * phones goes.
     */
    public record Dropping(Rollout rollout) {}

    /** A rollout as it now is. */
    public record Kept(Rollout rollout, long commit) {}

    /** How many a provider has, whatever their states. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int count(long provider) {
        return rows.count(provider);
    }

    /** Its row is the caller's until the transaction ends, and the turn too. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Rollout> locked(long id) {
        return rows.locked(id);
    }

    /** It gets an id of its own. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Kept add(Caller by, Rollout wished) {
        Rollout made = found(rows.add(wished));
        return new Kept(made, announcements.made(by, made));
    }

    /**
     * @param key the id of the API key that did
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Kept approve(Caller by, Rollout rollout, String key) {
        rows.approve(rollout.id(), key);
        return changed(by, rollout, "rollout-approved");
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public Kept become(Caller by, Rollout rollout, Rollout.State state, String action) {
        rows.become(rollout.id(), state, "");
        return changed(by, rollout, action);
    }

    /**
     * By its own rules, which its provider has set.
     *
     * @param reason why, if it does not go on; empty otherwise
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void becomeByItself(Rollout rollout, Rollout.State state, String reason, String action) {
        rows.become(rollout.id(), state, reason);
        announcements.byItself(rollout, found(rollout.id()), action);
    }

    /** By its own rules. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void open(Rollout rollout, int position, Wave.Opened opened) {
        rows.open(rollout.id(), position, opened);
        announcements.byItself(rollout, found(rollout.id()), "wave-opened");
    }

    /**
     * @param previous what the phones that were let in are told to get
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Kept rollBack(Caller by, Rollout rollout, long previous) {
        dropping.fire(new Dropping(rollout));
        rows.previous(rollout.id(), previous);
        rows.become(rollout.id(), Rollout.State.ROLLED_BACK, "");
        return changed(by, rollout, "rollout-rolled-back");
    }

    /**
     * @return the commit number
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long drop(Caller by, Rollout rollout) {
        dropping.fire(new Dropping(rollout));
        rows.delete(rollout.id());
        return announcements.gone(by, rollout);
    }

    @Transactional
    public Optional<Rollout> find(Caller caller, long id) {
        return rows.find(id).filter(found -> caller.sees(found.provider()));
    }

    /** A page of what the caller may see, oldest first, from behind {@code after} on. */
    @Transactional
    public List<Rollout> seenBy(Caller caller, long after, int size) {
        return rows.page(caller.owner(), after, size);
    }

    /** Those in which something may have to be decided. */
    @Transactional
    public List<Rollout> running() {
        return rows.running();
    }

    /** Those of which it counts what phones do: they run, or may run again. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Rollout> watched() {
        return rows.watched();
    }

    /** In the caller's turn: is it running? */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean runs(long id) {
        return rows.find(id).filter(found -> found.state() == Rollout.State.RUNNING).isPresent();
    }

    /** When somebody last said that it may go on, by starting or resuming it. */
    @Transactional
    public Instant trustedFrom(Rollout rollout) {
        return rows.trustedFrom(rollout.id());
    }

    /** Are phones told other affixes than those of what they had, as far as that was said? */
    @Transactional
    public boolean changesAffixes(Rollout rollout) {
        FirmwareRelease fresh = releases.known(rollout.release()).orElseThrow();
        return rollout.previous()
                .flatMap(releases::known)
                .filter(had -> had.toldPrefix().equals(fresh.toldPrefix()))
                .filter(had -> had.toldPostfix().equals(fresh.toldPostfix()))
                .isEmpty();
    }

    /** Refuses, unless it may end rollouts: phones would be told to get what is not served. */
    void withdrawing(@Observes Releases.Withdrawing event) {
        FirmwareRelease release = event.release();
        List<Rollout> rollouts =
                rows.naming(release.id()).stream()
                        .filter(rollout -> tells(rollout, release.id()))
                        .toList();
        if (!event.evenIfOffered() && !rollouts.isEmpty()) {
            throw Problem.conflict("release-rolled-out", "it is being rolled out: abort that first")
                    .with("rollouts", rollouts.stream().map(Rollout::id).toList());
        }
        for (Rollout rollout : rollouts) {
            rows.locked(rollout.id());
            becomeByItself(
                    rollout,
                    Rollout.State.ABORTED,
                    "the operator withdrew the release",
                    "rollout-aborted");
        }
    }

    private static boolean tells(Rollout rollout, long release) {
        return switch (rollout.state()) {
            case RUNNING, PAUSED, COMPLETED -> rollout.release() == release;
            case ROLLED_BACK -> rollout.previous().filter(id -> id == release).isPresent();
            case DRAFT, ABORTED -> false;
        };
    }

    private Kept changed(Caller by, Rollout before, String action) {
        Rollout now = found(before.id());
        return new Kept(now, announcements.by(by, before, now, action));
    }

    private Rollout found(long id) {
        return rows.find(id).orElseThrow(() -> new IllegalStateException("its row is locked"));
    }
}
