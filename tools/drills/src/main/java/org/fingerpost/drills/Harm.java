package org.fingerpost.drills;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.fingerpost.drills.drilled.Drilled;
import org.fingerpost.drills.ledger.Calm;
import org.fingerpost.drills.ledger.Tally;
import org.fingerpost.drills.newer.NewerState;
import org.fingerpost.drills.phones.DoorCheck;
import org.fingerpost.drills.town.Clocks;
import org.fingerpost.drills.town.Door;
import org.fingerpost.drills.town.Patience;
import org.fingerpost.drills.town.SmallDisk;
import org.fingerpost.drills.town.Town;
import org.fingerpost.drills.town.Victim;
import org.fingerpost.drills.town.WallClock;
import org.fingerpost.drills.writes.WriteLoad;

/**
 * What is done to a town, and mended again.
 *
 * @param tally of the drill that is under way
 */
record Harm(
        Town town,
        Drilled drilled,
        Marker marker,
        Calm calm,
        Options options,
        AtomicReference<Tally> tally) {
    /** A satellite's delay, and less room than the sightings of the load need. */
    private static final int SLOW_MILLIS = 300;

    private static final int SLOW_OCTETS = 60_000;

    /** Longer than deletions are remembered, and than Kafka takes for possible. */
    private static final Duration MONTH = Duration.ofDays(30);

    void killed(Victim victim, int times) {
        for (int i = 0; i < times; i++) {
            harmed(victim::kill, () -> {}, victim::restart);
        }
    }

    void frozen(Victim... victims) {
        harmed(
                () -> List.of(victims).forEach(Victim::freeze),
                () -> {},
                () -> List.of(victims).forEach(Victim::thaw));
    }

    /** Meanwhile each door is killed, and must come up alone. */
    void everythingAway() {
        List<Victim> behind = town.behind();
        harmed(
                () -> behind.reversed().forEach(Victim::kill),
                () -> {
                    for (Door door : town.doors()) {
                        door.kill();
                        door.restart();
                    }
                    Patience.pause(options.away().dividedBy(2));
                },
                () -> behind.forEach(Victim::restart));
    }

    void slowLine() {
        harmed(
                () -> town.line().slow(SLOW_MILLIS, SLOW_OCTETS),
                () -> {},
                () -> town.line().fast());
    }

    /** All that is in Kafka is written anew; one door goes on, the other reads it from zero. */
    void newerState(WriteLoad writes) {
        Door other = town.doors().getLast();
        NewerState newer = new NewerState(town.kafkaBootstrapServers());
        disturbed(
                () ->
                        writes.quietly(() -> {
                            // What was written before is in the topic then.
                            marker.await("nobody writes");
                            drilled.topics().forEach(newer::send);
                        }),
                () -> {
                    other.kill();
                    other.forgetReplicas();
                },
                other::restart);
        told();
    }

    /** Old door, new door and the service itself say the same of everything. */
    private void told() {
        Tally now = tally.get();
        for (int port : town.answering().keySet()) {
            DoorCheck.wrong(port, drilled.known()).forEach(wrong -> now.fault(now.wrong, wrong));
        }
    }

    boolean canChangeClocks() {
        return Clocks.canBeOthers();
    }

    /** As after a reboot: the clock that only goes forward stands elsewhere. */
    void anotherClock() {
        Door door = town.doors().getFirst();
        for (List<String> clock : List.of(Clocks.ahead(), List.<String>of())) {
            harmed(door::kill, () -> door.startUnder(clock), door::restart);
        }
    }

    Optional<WallClock> wallClock() {
        return WallClock.in(town.folder());
    }

    /** Somebody sets the time of day, a month wrong either way, and then right again. */
    void jumpingClock() {
        Door door = town.doors().getFirst();
        WallClock clock = wallClock().orElseThrow();
        harmed(door::kill, () -> door.startUnder(clock.program()), door::restart);
        harmed(
                () -> clock.set(MONTH),
                () -> {
                    clock.set(MONTH.negated());
                    Patience.pause(options.away());
                },
                () -> clock.set(Duration.ZERO));
        harmed(door::kill, () -> door.startUnder(List.of()), door::restart);
    }

    boolean canFillDisk() {
        return town.disk().isPresent();
    }

    void fullDisk() {
        Door door = town.doors().getLast();
        SmallDisk disk = town.disk().orElseThrow();
        harmed(
                () -> {
                    door.full(true);
                    disk.fill();
                },
                () -> {},
                () -> {
                    disk.free();
                    // The spool tries a full disk again after a while.
                    Patience.pause(options.allowance());
                    door.full(false);
                });
    }

    /** A list is being worked on while it happens. */
    private void harmed(Runnable harm, Runnable meanwhile, Runnable mend) {
        drilled.handOver(marker.turn());
        disturbed(harm, meanwhile, mend);
    }

    private void disturbed(Runnable harm, Runnable meanwhile, Runnable mend) {
        calm.disturbed(System.nanoTime());
        harm.run();
        Patience.pause(options.away());
        meanwhile.run();
        long mending = System.nanoTime();
        mend.run();
        marker.await("a write reaches every door after " + tally.get().drill());
        long now = System.nanoTime();
        tally.get().recoveryMillis.accumulateAndGet((now - mending) / 1_000_000, Math::max);
        calm.recovered(now);
        Patience.pause(options.allowance().multipliedBy(2));
    }
}
