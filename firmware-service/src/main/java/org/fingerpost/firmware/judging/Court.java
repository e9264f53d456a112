package org.fingerpost.firmware.judging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.fingerpost.door.sightings.OnceAMinute;
import org.fingerpost.firmware.doors.Doors;
import org.fingerpost.firmware.parked.ParkedPhones;
import org.fingerpost.firmware.rollouts.Rollout;
import org.fingerpost.firmware.rollouts.Rollouts;
import org.fingerpost.firmware.rollouts.progress.Progress;
import org.fingerpost.firmware.waves.Judge;
import org.fingerpost.firmware.waves.Judgement;
import org.fingerpost.firmware.waves.WaveTally;
import org.jboss.logging.Logger;

/** Holds the running rollouts against their limits, as far as all doors have told. */
@ApplicationScoped
public class Court {
    private static final Logger LOG = Logger.getLogger(Court.class);
    private static final OnceAMinute TROUBLE = new OnceAMinute();

    /**
     * Doors tell every five seconds. A door that has been silent for longer may have seen phones
     * that did not come back: what is known without it opens nothing.
     */
    private static final Duration FRESH = Duration.ofSeconds(60);

    /** Windows open, and people resume, without a word from a door. */
    private static final Duration ANYWAY = Duration.ofSeconds(5);

    private final Judging judging;
    private final Rollouts rollouts;
    private final Progress progress;
    private final Doors doors;
    private final Clock clock;
    private Optional<Instant> judgedTo = Optional.empty();
    private Instant judgedAt = Instant.EPOCH;

    Court(Judging judging, Rollouts rollouts, Progress progress, Doors doors, Clock clock) {
        this.judging = judging;
        this.rollouts = rollouts;
        this.progress = progress;
        this.doors = doors;
        this.clock = clock;
    }

    /**
     * How a rollout stands.
     *
     * @param heardTo up to when it is judged; empty: a door has never said how far it goes
     */
    record Standing(Optional<Instant> heardTo, List<WaveTally> waves, Judgement judgement) {}

    /**
     * Goes through the running ones. Does nothing while a door has not said how far it goes, and
     * little while none has said more than before.
     */
    public void sit() {
        Instant now = clock.instant();
        Optional<Instant> heardTo = doors.heardTo();
        if (heardTo.isEmpty() || heardTo.equals(judgedTo) && now.isBefore(judgedAt.plus(ANYWAY))) {
            return;
        }
        judgedTo = heardTo;
        judgedAt = now;
        each(rollouts.running(), rollout -> judge(rollout, heardTo.get()));
    }

    /** One that cannot be judged keeps nobody from judging the others. */
    static <T> void each(List<T> all, Consumer<T> judge) {
        for (T one : all) {
            try {
                judge.accept(one);
            } catch (RuntimeException e) {
                TROUBLE.run(() -> LOG.warn("a rollout cannot be judged", e));
            }
        }
    }

    Standing standing(Rollout rollout) {
        Optional<Instant> heardTo = doors.heardTo();
        List<WaveTally> waves = judging.tallies(rollout, heardTo.orElse(Instant.EPOCH));
        Judgement judgement =
                heardTo.isPresent()
                        ? judgement(rollout, waves, heardTo.get())
                        : new Judgement.Wait("a door has not said how far its sightings go");
        return new Standing(heardTo, waves, judgement);
    }

    private void judge(Rollout rollout, Instant heardTo) {
        judging.fail(rollout, heardTo);
        List<WaveTally> waves = judging.tallies(rollout, heardTo);
        switch (judgement(rollout, waves, heardTo)) {
            case Judgement.Met() ->
                    progress.goOn(rollout, waves.stream().reduce((_, last) -> last));
            case Judgement.Stop(String why) -> progress.stop(rollout, why);
            case Judgement.Wait _ -> {
                // It is told to whoever asks for the standing.
            }
        }
    }

    private Judgement judgement(Rollout rollout, List<WaveTally> waves, Instant heardTo) {
        Judgement found = inTime(Judge.of(rollout.limits(), waves), heardTo, clock.instant());
        return found instanceof Judgement.Stop
                ? found
                : lost(rollout).or(() -> crowded(rollout)).orElse(found);
    }

    /** Anybody can have a phone parked, and each is kept at every door. */
    private Optional<Judgement> crowded(Rollout rollout) {
        return judging.room(rollout) > 0
                ? Optional.empty()
                : Optional.of(
                        new Judgement.Stop(
                                "%d phones were parked since it was started or resumed: look at"
                                                .formatted(ParkedPhones.MOST)
                                        + " them, and resume it or roll it back"));
    }

    /** Of what a door has lost since its phones were let in nobody can tell what it was. */
    private Optional<Judgement> lost(Rollout rollout) {
        return rollout.openedAt()
                .flatMap(first -> doors.lostSince(rollouts.trustedFrom(rollout), first))
                .map(loss ->
                        new Judgement.Stop(
                                "door %s lost sightings until %s: resume it if you know why"
                                        .formatted(loss.door(), loss.at())));
    }

    /** On old time a rollout is stopped, and never goes on. */
    static Judgement inTime(Judgement found, Instant heardTo, Instant now) {
        return found instanceof Judgement.Met && heardTo.isBefore(now.minus(FRESH))
                ? new Judgement.Wait("a door is silent: not all is told since " + heardTo)
                : found;
    }
}
