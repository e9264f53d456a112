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

/** Keeps the rollouts: what people decide about one that is there. */
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
    record Kept(Rollout rollout, long commit) {}

    /** Somebody else than who made it has looked at how many phones it is for. */
    @Transactional
    Kept approve(Who who, long id) {
        Rollout rollout = locked(who.caller(), id);
        if (rollout.madeBy().equals(who.key())) {
            throw Problem.forbidden(
                    "another-key-needed",
                    "you have made this rollout: a second person approves it, with a key of their"
                            + " own");
        }
        mustBe(rollout, Rollout.State.DRAFT, Rollout.State.PAUSED);
        rows.approve(id, who.key());
        return changed(who, id, "rollout-approved", rollout);
    }

    /**
     * Waves open from now on.
     *
     * @param small whether it chooses so few phones that one person may decide
     */
    @Transactional
    Kept start(Who who, long id, boolean small) {
        Rollout rollout = locked(who.caller(), id);
        mustBe(rollout, Rollout.State.DRAFT);
        if (!small && rollout.approvedBy().isEmpty()) {
            throw Problem.conflict(
                    "approval-needed",
                    "it is for more phones than one person may decide about: another key has to"
                            + " approve it");
        }
        releases.published(rollout.provider(), rollout.release())
                .orElseThrow(() ->
                        Problem.conflict(
                                "no-such-release",
                                "release " + rollout.release() + " is not published"));
        rows.become(id, Rollout.State.RUNNING, "");
        return changed(who, id, "rollout-started", rollout);
    }

    /** Nobody new gets the release; who has it keeps it. */
    @Transactional
    Kept pause(Who who, long id) {
        return become(who, id, "rollout-paused", Rollout.State.PAUSED, Rollout.State.RUNNING);
    }

    /** On from where it was. What stopped it stops it again, if nothing has changed. */
    @Transactional
    Kept resume(Who who, long id) {
        return become(who, id, "rollout-resumed", Rollout.State.RUNNING, Rollout.State.PAUSED);
    }

    /** Nobody new gets the release, for good; who has it keeps it. */
    @Transactional
    Kept abort(Who who, long id) {
        return become(
                who,
                id,
                "rollout-aborted",
                Rollout.State.ABORTED,
                Rollout.State.DRAFT,
                Rollout.State.RUNNING,
                Rollout.State.PAUSED);
    }

    /** The phones that were let in are told to get what they had before. */
    @Transactional
    Kept rollBack(Who who, long id, Optional<Long> release) {
        Rollout rollout = locked(who.caller(), id);
        mustBe(
                rollout,
                Rollout.State.RUNNING,
                Rollout.State.PAUSED,
                Rollout.State.COMPLETED,
                Rollout.State.ABORTED);
        long previous =
                release.or(rollout::previous)
                        .orElseThrow(() ->
                                Problem.invalid(
                                        "previous-needed",
                                        "say which release the phones had: {\"release\": 11}"));
        announcements.mustFit(rollout, previous);
        dropping.fire(new Dropping(rollout));
        rows.previous(id, previous);
        rows.become(id, Rollout.State.ROLLED_BACK, "");
        return changed(who, id, "rollout-rolled-back", rollout);
    }

    /** Its release is like any other from now on. */
    @Transactional
    long drop(Who who, long id) {
        Rollout rollout = locked(who.caller(), id);
        if (!rollout.state().isOver()) {
            throw Problem.conflict(
                    "rollout-not-over",
                    "rollout " + id + " is " + rollout.state().word() + ": abort it first");
        }
        dropping.fire(new Dropping(rollout));
        rows.delete(id);
        return announcements.gone(who.caller(), rollout);
    }

    @Transactional
    public Optional<Rollout> find(Caller caller, long id) {
        return rows.find(id).filter(found -> caller.sees(found.provider()));
    }

    /** A page of what the caller may see, oldest first, from behind {@code after} on. */
    @Transactional
    List<Rollout> seenBy(Caller caller, long after, int size) {
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
            rows.become(rollout.id(), Rollout.State.ABORTED, "the operator withdrew the release");
            announcements.byItself(rollout, found(rollout.id()), "rollout-aborted");
        }
    }

    private static boolean tells(Rollout rollout, long release) {
        return switch (rollout.state()) {
            case RUNNING, PAUSED, COMPLETED -> rollout.release() == release;
            case ROLLED_BACK -> rollout.previous().filter(id -> id == release).isPresent();
            case DRAFT, ABORTED -> false;
        };
    }

    private Kept become(
            Who who, long id, String action, Rollout.State state, Rollout.State... from) {
        Rollout rollout = locked(who.caller(), id);
        mustBe(rollout, from);
        rows.become(id, state, "");
        return changed(who, id, action, rollout);
    }

    private Kept changed(Who who, long id, String action, Rollout before) {
        Rollout now = found(id);
        return new Kept(now, announcements.by(who.caller(), before, now, action));
    }

    private Rollout found(long id) {
        return rows.find(id).orElseThrow(() -> new IllegalStateException("its row is locked"));
    }

    private Rollout locked(Caller caller, long id) {
        return rows.locked(id)
                .filter(found -> caller.sees(found.provider()))
                .orElseThrow(() -> Problem.notFound("no rollout " + id));
    }

    private static void mustBe(Rollout rollout, Rollout.State... from) {
        if (!List.of(from).contains(rollout.state())) {
            throw Problem.conflict(
                    "rollout-" + rollout.state().word(),
                    "rollout " + rollout.id() + " is " + rollout.state().word());
        }
    }
}
