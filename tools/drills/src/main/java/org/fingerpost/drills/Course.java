package org.fingerpost.drills;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fingerpost.drills.ledger.Tally;
import org.fingerpost.drills.town.Patience;
import org.fingerpost.drills.town.Town;
import org.fingerpost.drills.town.Victim;
import org.fingerpost.drills.writes.WriteLoad;

/** One drill after the other, each with a tally of its own. */
final class Course {
    private final Options options;
    private final Town town;
    private final Harm harm;
    private final WriteLoad writes;
    private final Consumer<String> progress;
    private final List<Tally> tallies = new ArrayList<>();

    Course(Options options, Town town, Harm harm, WriteLoad writes, Consumer<String> progress) {
        this.options = options;
        this.town = town;
        this.harm = harm;
        this.writes = writes;
        this.progress = progress;
    }

    List<Tally> all() {
        drill("calm", () -> Patience.pause(options.away().dividedBy(2)));
        for (Victim victim : victims()) {
            drillIfAsked(victim.name() + " killed", () -> harm.killed(victim, options.times()));
            drillIfAsked(victim.name() + " frozen", () -> harm.frozen(victim));
        }
        drillIfAsked(
                "kafka and postgresql frozen", () -> harm.frozen(town.kafka(), town.postgresql()));
        drillIfAsked("everything behind away", harm::everythingAway);
        drillIfAsked("slow line to kafka", harm::slowLine);
        drillIfAsked("newer state", () -> harm.newerState(writes));
        ifPossible("another clock", harm.canChangeClocks(), harm::anotherClock);
        ifPossible("time of day set", harm.wallClock().isPresent(), harm::jumpingClock);
        ifPossible(Options.FULL, harm.canFillDisk(), harm::fullDisk);
        drill("calm again", () -> Patience.pause(options.away().dividedBy(2)));
        return List.copyOf(tallies);
    }

    private List<Victim> victims() {
        return List.of(town.service(), town.doors().getFirst(), town.postgresql(), town.kafka());
    }

    private void drillIfAsked(String name, Runnable what) {
        if (options.asksFor(name)) {
            drill(name, what);
        }
    }

    private void ifPossible(String name, boolean possible, Runnable what) {
        if (possible) {
            drillIfAsked(name, what);
        } else if (options.asksFor(name)) {
            progress.accept("drill: " + name + " is left out: this machine does not let us");
        }
    }

    private void drill(String name, Runnable what) {
        progress.accept("drill: " + name);
        Tally now = new Tally(name);
        long before = town.logLines();
        tallies.add(now);
        harm.tally().set(now);
        what.run();
        now.logLines.set(Math.max(0, town.logLines() - before));
        now.faults().forEach(fault -> progress.accept("  " + fault));
    }
}
