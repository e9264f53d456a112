package org.fingerpost.firmware.rollouts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.fingerpost.firmware.compliance.Fleet;
import org.fingerpost.firmware.ranges.Addresses;
import org.fingerpost.firmware.ranges.ProviderRanges;
import org.fingerpost.firmware.waves.Places;
import org.fingerpost.firmware.waves.WaveTally;

/** What becomes of a rollout by itself: waves open, it is stopped, it is complete. */
@ApplicationScoped
public class Progress {
    private final Steps steps;
    private final Fleet fleet;
    private final ProviderRanges ranges;
    private final Event<Seating> seating;
    private final RolloutsConfig config;
    private final Clock clock;

    Progress(
            Steps steps,
            Fleet fleet,
            ProviderRanges ranges,
            Event<Seating> seating,
            RolloutsConfig config,
            Clock clock) {
        this.steps = steps;
        this.fleet = fleet;
        this.ranges = ranges;
        this.seating = seating;
        this.config = config;
        this.clock = clock;
    }

    /**
     * For how many phones the rollout is: those that are known and do not have its release, or the
     * addresses that its provider has there, whichever are more. Phones come later, too.
     */
    long radius(Rollout rollout) {
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
    boolean isSmall(long radius) {
        return radius <= config.blastRadius();
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

    /** Each a transaction; nothing happens to a rollout that a person has been quicker with. */
    @ApplicationScoped
    static class Steps {
        private final RolloutRows rows;
        private final Announcements announcements;

        Steps(RolloutRows rows, Announcements announcements) {
            this.rows = rows;
            this.announcements = announcements;
        }

        @Transactional
        void open(long id, int position, Wave.Opened opened) {
            running(id)
                    .filter(rollout -> isNext(rollout, position))
                    .ifPresent(rollout -> {
                        rows.open(id, position, opened);
                        tell(rollout, "wave-opened");
                    });
        }

        @Transactional
        void complete(long id) {
            running(id)
                    .filter(rollout -> rollout.next().isEmpty())
                    .ifPresent(rollout -> {
                        rows.become(id, Rollout.State.COMPLETED, "");
                        tell(rollout, "rollout-completed");
                    });
        }

        @Transactional
        void stop(long id, String reason) {
            running(id)
                    .ifPresent(rollout -> {
                        rows.become(id, Rollout.State.PAUSED, reason);
                        tell(rollout, "rollout-stopped");
                    });
        }

        private void tell(Rollout before, String action) {
            announcements.byItself(before, rows.find(before.id()).orElseThrow(), action);
        }

        private Optional<Rollout> running(long id) {
            return rows.locked(id).filter(found -> found.state() == Rollout.State.RUNNING);
        }

        private static boolean isNext(Rollout rollout, int position) {
            return rollout.next().filter(wave -> wave.position() == position).isPresent();
        }
    }
}
