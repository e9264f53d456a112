package org.fingerpost.drills;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.fingerpost.drills.drilled.Drilled;
import org.fingerpost.drills.drilled.Question;
import org.fingerpost.drills.ledger.Calm;
import org.fingerpost.drills.ledger.Tally;
import org.fingerpost.drills.phones.DoorCheck;
import org.fingerpost.drills.phones.PhoneLoad;
import org.fingerpost.drills.proof.Sightings;
import org.fingerpost.drills.town.Patience;
import org.fingerpost.drills.town.Town;
import org.fingerpost.drills.writes.WriteLoad;

/** One town under load from the first drill to the last, and what is there afterwards. */
final class DrillRun {
    private static final Duration SETTLING = Duration.ofMinutes(2);

    private final Options options;
    private final Consumer<String> progress;
    private final Town town;
    private final Calm calm;
    private final Drilled drilled;
    private final Marker marker;
    private final AtomicReference<Tally> tally = new AtomicReference<>(new Tally("start"));

    private DrillRun(Options options, Town town, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
        this.town = town;
        this.calm = new Calm(options.allowance());
        this.drilled = options.service().in(town, calm);
        this.marker = new Marker(drilled, town);
    }

    static Report run(Options options, Consumer<String> progress) {
        progress.accept("starting PostgreSQL, Kafka, " + options.service().word() + ", two doors");
        Town town = Town.build(options.plan());
        try {
            DrillRun run = new DrillRun(options, town, progress);
            progress.accept("making " + options.stock() + " phones or files");
            run.drilled.fill(options.stock());
            run.marker.await("what phones ask for is at the doors");
            return run.underLoad();
        } finally {
            if (options.keep()) {
                town.leave();
                progress.accept("the logs are in " + town.folder());
            } else {
                town.close();
            }
        }
    }

    private Report underLoad() {
        PhoneLoad phones;
        List<Tally> tallies;
        try (WriteLoad writes = new WriteLoad(drilled.writers(options.writers()), tally);
                PhoneLoad load =
                        new PhoneLoad(town.doors(), drilled::next, tally, options.perSecond());
                Watch _ = new Watch(town, tally)) {
            phones = load;
            Harm harm = new Harm(town, drilled, marker, calm, options, tally);
            tallies = new Course(options, town, harm, writes, progress).all();
        }
        return prove(phones, tallies);
    }

    private Report prove(PhoneLoad phones, List<Tally> tallies) {
        progress.accept("looking for what was acknowledged and answered");
        List<String> lost = new ArrayList<>(drilled.lost());
        List<Question> everything = drilled.everything();
        for (int port : town.answering().keySet()) {
            Patience.within(SETTLING, () -> DoorCheck.wrong(port, everything).isEmpty());
            lost.addAll(DoorCheck.wrong(port, everything));
        }
        return new Report(
                tallies, lost, Sightings.of(phones.asked(), town.kafkaBootstrapServers()));
    }
}
