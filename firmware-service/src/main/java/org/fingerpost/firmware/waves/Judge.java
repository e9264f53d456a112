package org.fingerpost.firmware.waves;

import java.util.List;

/** Concludes from what phones did whether a rollout may go on. */
public final class Judge {
    private Judge() {}

    /**
     * @param waves that are open, in their order; whoever is pending counts against the next wave,
     *     so that a release whose phones never return cannot outrun its failures
     */
    public static Judgement of(Limits limits, List<Tally> waves) {
        for (int i = 0; i < waves.size(); i++) {
            Tally wave = waves.get(i);
            if (limits.exceeded(wave.failed(), wave.fetched())) {
                return new Judgement.Stop(
                        "wave %d: %d of %d phones that fetched it failed"
                                .formatted(i + 1, wave.failed(), wave.fetched()));
            }
        }
        return waves.isEmpty() ? new Judgement.Met() : last(limits, waves.getLast());
    }

    private static Judgement last(Limits limits, Tally wave) {
        long phones = wave.phones();
        if (phones == 0) {
            return new Judgement.Met();
        }
        long needed = (phones * limits.successPercent() + WaveSize.ALL - 1) / WaveSize.ALL;
        if (wave.succeeded() < needed) {
            return new Judgement.Wait(
                    "%d of %d phones have it, %d are needed"
                            .formatted(wave.succeeded(), phones, needed));
        }
        if (limits.exceeded(wave.failed() + wave.pending(), wave.fetched())) {
            return new Judgement.Wait(
                    "%d phones that fetched it are not back yet".formatted(wave.pending()));
        }
        return new Judgement.Met();
    }
}
