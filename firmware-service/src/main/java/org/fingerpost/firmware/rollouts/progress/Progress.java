package org.fingerpost.firmware.rollouts.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.firmware.compliance.Fleet;
import org.fingerpost.firmware.ranges.Addresses;
import org.fingerpost.firmware.ranges.ProviderRanges;
import org.fingerpost.firmware.rollouts.Rollout;
import org.fingerpost.firmware.rollouts.Wave;
import org.fingerpost.firmware.waves.Places;
import org.fingerpost.firmware.waves.WaveTally;

/** What becomes of a rollout by itself: waves open, it is stopped, it is complete. */
@ApplicationScoped
public class Progress {
    private final Steps steps;
    private final Fleet fleet;
    private final ProviderRanges ranges;
    private final Event<Seating> seating;
    private final Clock clock;

    /** How many phones one person may decide about; above, a second one approves it. */
    private final long blastRadius;

    Progress(
            Steps steps,
            Fleet fleet,
            ProviderRanges ranges,
            Event<Seating> seating,
            Clock clock,
            @ConfigProperty(
                            name = "fingerpost.firmware.rollouts.blast-radius",
                            defaultValue = "1000")
                    long blastRadius) {
        this.steps = steps;
        this.fleet = fleet;
        this.ranges = ranges;
        this.seating = seating;
        this.clock = clock;
        this.blastRadius = blastRadius;
    }

    /**
     * For how many phones the rollout is: those that are known and do not have its release, or the
     * addresses that its provider has there, whichever are more. Phones come later, too.
     */
    public long radius(Rollout rollout) {
        return radius(rollout, chosen(rollout));
    }

    private long radius(Rollout rollout, Fleet.Chosen phones) {
        Addresses asked = Addresses.of(rollout.rule().ranges());
        Addresses own = ranges.of(rollout.provider());
        long addresses =
                own.isEmpty() ? asked.size() : asked.isEmpty() ? own.size() : own.common(asked);
        return Math.max(phones.known(), addresses);
    }

    /** Are these so few that one person may decide about them? */
    public boolean isSmall(long radius) {
        return radius <= blastRadius;
    }

    /**
     * The panel of a wave is known: these phones are counted, and no others. Told before the wave
     * opens.
     */
    public record Seating(Rollout rollout, int wave, long[] macs) {}

    /**
     * Its waves so far have met their limits: lets in the phones of the next, or is complete. Does
     * nothing outside its window.
     *
     * @param last what the phones of the last open wave did; empty if none is open
     */
    public void goOn(Rollout rollout, Optional<WaveTally> last) {
        if (!rollout.window().isOpen(clock.instant())) {
            return;
        }
        Fleet.Chosen phones = chosen(rollout);
        Places places = Places.of(rollout.salt(), phones.all(), phones.waiting());
        if (last.filter(tally -> tally.all().phones() == 0).isPresent()
                && isWaitedFor(rollout, places)) {
            Wave wave = rollout.open().getLast();
            long place = wave.opened().orElseThrow().place();
            seat(rollout, wave.position(), phones, rollout.from(wave), place);
            return;
        }
        if (rollout.next().isEmpty()) {
            steps.complete(rollout.id());
            return;
        }
        if (!isSmall(radius(rollout, phones)) && rollout.approvedBy().isEmpty()) {
            stop(rollout, "it has grown beyond what one person may decide: approve and resume it");
            return;
        }
        open(rollout, places, phones);
    }

    /** Nobody of the last open wave was known: it waits for the first that come. */
    private static boolean isWaitedFor(Rollout rollout, Places places) {
        Wave last = rollout.open().getLast();
        return !places.isPassed(rollout.from(last), last.opened().orElseThrow().place());
    }

    private void seat(Rollout rollout, int wave, Fleet.Chosen phones, long from, long below) {
        long[] panel =
                Places.panel(rollout.salt(), phones.proving(), phones.waiting(), from, below);
        seating.fire(new Seating(rollout, wave, panel));
    }

    private void open(Rollout rollout, Places places, Fleet.Chosen phones) {
        List<Wave> left = rollout.waves().stream().filter(wave -> wave.opened().isEmpty()).toList();
        List<Places.Opening> openings =
                places.openings(
                        left.stream().map(Wave::size).toList(), rollout.from(left.getFirst()));
        long from = rollout.from(left.getFirst());
        for (int i = 0; i < openings.size(); i++) {
            Places.Opening opening = openings.get(i);
            seat(rollout, left.get(i).position(), phones, from, opening.place());
            from = opening.place();
            steps.open(
                    rollout.id(),
                    left.get(i).position(),
                    new Wave.Opened(
                            clock.instant().truncatedTo(ChronoUnit.MILLIS),
                            opening.place(),
                            opening.phones()));
        }
    }

    /** Too many phones failed: pauses it, with the reason. */
    public void stop(Rollout rollout, String reason) {
        steps.stop(rollout.id(), reason);
    }

    private Fleet.Chosen chosen(Rollout rollout) {
        return fleet.chosen(
                rollout.provider(),
                rollout.rule(),
                rollout.version().text(),
                rollout.openedAt().orElse(Instant.MAX));
    }
}
