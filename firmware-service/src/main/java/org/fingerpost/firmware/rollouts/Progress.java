package org.fingerpost.firmware.rollouts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.fingerpost.firmware.compliance.Fleet;
import org.fingerpost.firmware.waves.Places;

/** What becomes of a rollout by itself: waves open, it is stopped, it is complete. */
@ApplicationScoped
public class Progress {
    private final Steps steps;
    private final Fleet fleet;
    private final RolloutsConfig config;
    private final Clock clock;

    Progress(Steps steps, Fleet fleet, RolloutsConfig config, Clock clock) {
        this.steps = steps;
        this.fleet = fleet;
        this.config = config;
        this.clock = clock;
    }

    /** How many known phones the rollout chooses, without those that have its release. */
    long radius(Rollout rollout) {
        return chosen(rollout).waiting().length;
    }

    /** Are these so few that one person may decide about them? */
    boolean isSmall(long radius) {
        return radius <= config.blastRadius();
    }

    /**
     * Its waves so far have met their limits: lets in the phones of the next, or is complete. Does
     * nothing outside its window.
     *
     * @param fetched how many phones of the last open wave have fetched
     */
    public void goOn(Rollout rollout, long fetched) {
        if (!rollout.window().isOpen(clock.instant())) {
            return;
        }
        Fleet.Chosen phones = chosen(rollout);
        Places places = Places.of(rollout.salt(), phones.all(), phones.waiting());
        if (fetched == 0 && isWaitedFor(rollout, places)) {
            return;
        }
        if (rollout.next().isEmpty()) {
            steps.complete(rollout.id());
            return;
        }
        if (!isSmall(phones.waiting().length) && rollout.approvedBy().isEmpty()) {
            stop(rollout, "it has grown beyond what one person may decide: approve and resume it");
            return;
        }
        open(rollout, places);
    }

    /** Nobody of the last open wave was known, and that is so still, or they have not fetched. */
    private static boolean isWaitedFor(Rollout rollout, Places places) {
        List<Wave> open = rollout.open();
        return !open.isEmpty()
                && open.getLast()
                        .opened()
                        .filter(opened -> opened.phones() == 0)
                        .filter(opened ->
                                !places.isPassed(rollout.from(open.getLast()), opened.place()))
                        .isPresent();
    }

    private void open(Rollout rollout, Places places) {
        List<Wave> left = rollout.waves().stream().filter(wave -> wave.opened().isEmpty()).toList();
        List<Places.Opening> openings =
                places.openings(
                        left.stream().map(Wave::size).toList(), rollout.from(left.getFirst()));
        for (int i = 0; i < openings.size(); i++) {
            Places.Opening opening = openings.get(i);
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
        return fleet.chosen(rollout.provider(), rollout.rule(), rollout.version().text());
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
