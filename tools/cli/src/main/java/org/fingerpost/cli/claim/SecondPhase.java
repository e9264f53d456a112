package org.fingerpost.cli.claim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fingerpost.cli.models.Asked;
import org.fingerpost.cli.phone.VirtualPhone;
import org.fingerpost.cli.walk.Outcome;
import org.fingerpost.cli.walk.Step;
import org.fingerpost.cli.walk.Walk;

/**
 * The phone is claimed and asks again, until its own file is there: a real phone's next check comes
 * later than the news of the claim gets to the doors, a virtual one's may not.
 */
public final class SecondPhase {
    private static final long PAUSE_MILLIS = 200;

    private final VirtualPhone phone;
    private final ProvisioningCentre centre;
    private final Duration patience;

    public SecondPhase(VirtualPhone phone, ProvisioningCentre centre, Duration patience) {
        this.phone = phone;
        this.centre = centre;
        this.patience = patience;
    }

    /**
     * @param walk both phases as one
     * @param again the second's steps
     */
    public record Done(ProvisioningCentre.Said said, Walk walk, List<Step> again) {}

    public Done after(Walk first) {
        if (!first.configured()) {
            var said = new ProvisioningCentre.Said(centre.service(), 0, "nobody called", 0);
            return failed(first, said, "without a generic file the phone cannot call anybody");
        }
        var said = centre.claim(first.phone());
        if (!said.claimed()) {
            return failed(first, said, "the phone was not claimed: " + said.sentence());
        }
        var second = untilOwn(first);
        var troubles = new ArrayList<>(second.troubles());
        if (!hasOwn(second)) {
            troubles.add("the phone was claimed, and no file of its own was there afterwards");
        }
        var steps = new ArrayList<>(first.steps());
        steps.addAll(second.steps());
        var whole =
                new Walk(
                        first.phone(),
                        first.start(),
                        second.settings(),
                        steps,
                        second.configured(),
                        troubles);
        return new Done(said, whole, second.steps());
    }

    private Walk untilOwn(Walk first) {
        var end = System.nanoTime() + patience.toNanos();
        var walk = phone.nextBoot(first);
        while (!hasOwn(walk) && System.nanoTime() < end) {
            pause();
            walk = phone.nextBoot(first);
        }
        return walk;
    }

    private static boolean hasOwn(Walk walk) {
        return walk.steps().stream()
                .anyMatch(step ->
                        (step.asked() == Asked.BINARY || step.asked() == Asked.XML)
                                && step.outcome() instanceof Outcome.Read);
    }

    private static Done failed(Walk first, ProvisioningCentre.Said said, String trouble) {
        var troubles = new ArrayList<>(first.troubles());
        troubles.add(trouble);
        var whole =
                new Walk(
                        first.phone(),
                        first.start(),
                        first.settings(),
                        first.steps(),
                        false,
                        troubles);
        return new Done(said, whole, List.of());
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
