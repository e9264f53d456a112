package org.fingerpost.firmware.rollouts.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.fingerpost.firmware.rollouts.Rollout;
import org.fingerpost.firmware.rollouts.Rollouts;
import org.fingerpost.firmware.rollouts.Wave;

/** Each a transaction; nothing happens to a rollout that a person has been quicker with. */
@ApplicationScoped
class Steps {
    private final Rollouts rollouts;

    Steps(Rollouts rollouts) {
        this.rollouts = rollouts;
    }

    @Transactional
    void open(long id, int position, Wave.Opened opened) {
        running(id)
                .filter(rollout -> isNext(rollout, position))
                .ifPresent(rollout -> rollouts.open(rollout, position, opened));
    }

    @Transactional
    void complete(long id) {
        running(id)
                .filter(rollout -> rollout.next().isEmpty())
                .ifPresent(rollout ->
                        rollouts.becomeByItself(
                                rollout, Rollout.State.COMPLETED, "", "rollout-completed"));
    }

    @Transactional
    void stop(long id, String reason) {
        running(id)
                .ifPresent(rollout ->
                        rollouts.becomeByItself(
                                rollout, Rollout.State.PAUSED, reason, "rollout-stopped"));
    }

    private Optional<Rollout> running(long id) {
        return rollouts.locked(id).filter(found -> found.state() == Rollout.State.RUNNING);
    }

    private static boolean isNext(Rollout rollout, int position) {
        return rollout.next().filter(wave -> wave.position() == position).isPresent();
    }
}
