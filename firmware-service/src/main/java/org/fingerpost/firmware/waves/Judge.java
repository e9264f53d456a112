package org.fingerpost.firmware.waves;

import java.util.List;
import java.util.Optional;

/**
 * Concludes from what phones did whether a rollout may go on.
 *
 * <p>Phones that prove are judged by themselves as well: others may be made up, and would hide
 * among themselves what becomes of these.
 */
public final class Judge {
    /**
     * Of so many that prove it is enough to hear how they did: what goes wrong with three phones in
     * a hundred shows with one of them, in nineteen cases of twenty.
     */
    static final int ENOUGH = 100;

    private static final String ALL = "phones";
    private static final String PROVING = "phones with proof";

    private Judge() {}

    /**
     * @param waves that are open, in their order; whoever is pending counts against the next wave,
     *     so that a release whose phones never return cannot outrun its failures
     */
    public static Judgement of(Limits limits, List<WaveTally> waves) {
        for (int i = 0; i < waves.size(); i++) {
            WaveTally wave = waves.get(i);
            int number = i + 1;
            Optional<Judgement> stop =
                    failed(limits, number, wave.all(), ALL)
                            .or(() -> failed(limits, number, wave.proving(), PROVING));
            if (stop.isPresent()) {
                return stop.get();
            }
        }
        return waves.isEmpty() ? new Judgement.Met() : last(limits, waves.getLast());
    }

    private static Judgement last(Limits limits, WaveTally wave) {
        Optional<Judgement> proving = missing(limits, wave.proving(), PROVING);
        Optional<Judgement> all =
                wave.proving().phones() < ENOUGH
                        ? missing(limits, wave.all(), ALL)
                        : Optional.empty();
        return proving.or(() -> all)
                .or(() -> pending(limits, wave.proving()))
                .or(() -> pending(limits, wave.all()))
                .orElseGet(Judgement.Met::new);
    }

    private static Optional<Judgement> failed(Limits limits, int wave, Tally tally, String who) {
        return limits.exceeded(tally.failed(), tally.fetched())
                ? Optional.of(
                        new Judgement.Stop(
                                "wave %d: %d of %d %s that fetched it failed"
                                        .formatted(wave, tally.failed(), tally.fetched(), who)))
                : Optional.empty();
    }

    private static Optional<Judgement> missing(Limits limits, Tally tally, String who) {
        long needed = (tally.phones() * limits.successPercent() + WaveSize.ALL - 1) / WaveSize.ALL;
        return tally.succeeded() < needed
                ? Optional.of(
                        new Judgement.Wait(
                                "%d of %d %s have it, %d are needed"
                                        .formatted(tally.succeeded(), tally.phones(), who, needed)))
                : Optional.empty();
    }

    private static Optional<Judgement> pending(Limits limits, Tally tally) {
        return limits.exceeded(tally.failed() + tally.pending(), tally.fetched())
                ? Optional.of(
                        new Judgement.Wait(
                                "%d phones that fetched it are not back yet"
                                        .formatted(tally.pending())))
                : Optional.empty();
    }
}
