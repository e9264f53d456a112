package org.fingerpost.firmware.rollouts.steering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.fingerpost.access.Caller;
import org.fingerpost.firmware.releases.Releases;
import org.fingerpost.firmware.rollouts.Rollout;
import org.fingerpost.firmware.rollouts.Rollouts;
import org.fingerpost.problems.Problem;

/** What people decide about a rollout that is there. */
@ApplicationScoped
class Steering {
    private final Rollouts rollouts;
    private final Releases releases;
    private final Rollbacks rollbacks;

    Steering(Rollouts rollouts, Releases releases, Rollbacks rollbacks) {
        this.rollouts = rollouts;
        this.releases = releases;
        this.rollbacks = rollbacks;
    }

    /** Somebody else than who made it has looked at how many phones it is for. */
    @Transactional
    Rollouts.Kept approve(Who who, long id) {
        Rollout rollout = locked(who.caller(), id);
        if (rollout.madeBy().equals(who.key())) {
            throw Problem.forbidden(
                    "another-key-needed",
                    "you have made this rollout: a second person approves it, with a key of their"
                            + " own");
        }
        mustBe(rollout, Rollout.State.DRAFT, Rollout.State.PAUSED);
        return rollouts.approve(who.caller(), rollout, who.key());
    }

    /**
     * Waves open from now on.
     *
     * @param small whether it chooses so few phones that one person may decide
     */
    @Transactional
    Rollouts.Kept start(Who who, long id, boolean small) {
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
        return rollouts.become(who.caller(), rollout, Rollout.State.RUNNING, "rollout-started");
    }

    /** Nobody new gets the release; who has it keeps it. */
    @Transactional
    Rollouts.Kept pause(Who who, long id) {
        return become(who, id, "rollout-paused", Rollout.State.PAUSED, Rollout.State.RUNNING);
    }

    /** On from where it was. What stopped it stops it again, if nothing has changed. */
    @Transactional
    Rollouts.Kept resume(Who who, long id) {
        return become(who, id, "rollout-resumed", Rollout.State.RUNNING, Rollout.State.PAUSED);
    }

    /** Nobody new gets the release, for good; who has it keeps it. */
    @Transactional
    Rollouts.Kept abort(Who who, long id) {
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
    Rollouts.Kept rollBack(Who who, long id, Optional<Long> release) {
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
        rollbacks.mustFit(rollout, previous);
        return rollouts.rollBack(who.caller(), rollout, previous);
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
        return rollouts.drop(who.caller(), rollout);
    }

    private Rollouts.Kept become(
            Who who, long id, String action, Rollout.State state, Rollout.State... from) {
        Rollout rollout = locked(who.caller(), id);
        mustBe(rollout, from);
        return rollouts.become(who.caller(), rollout, state, action);
    }

    private Rollout locked(Caller caller, long id) {
        return rollouts.locked(id)
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
