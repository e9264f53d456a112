package org.fingerpost.cli.storm;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.fingerpost.cli.storm.fleet.Camp;
import org.fingerpost.cli.storm.fleet.Site;
import org.fingerpost.cli.storm.load.Fleet;
import org.fingerpost.cli.storm.load.Load;
import org.fingerpost.cli.storm.load.Tally;
import org.fingerpost.cli.streams.Complaint;

/**
 * A storm from its registration to its cleaning up, which is also done when it fails or is
 * interrupted; only a storm that is killed leaves something, and the next one takes it away.
 */
final class Storm {
    private final Site site;
    private final Consumer<String> say;
    private final AtomicReference<Optional<Camp>> camp = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<Load>> load = new AtomicReference<>(Optional.empty());

    Storm(Site site, Consumer<String> say) {
        this.site = site;
        this.say = say;
    }

    /**
     * @param arrivals nanoseconds from the beginning, one a phone
     * @throws Complaint if it cannot be played, or cleaned up after
     */
    Outcome play(long[] arrivals, long seed, Load.Terms terms) {
        Thread interrupted = new Thread(this::interrupt, "storm-interrupted");
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            return pitched(arrivals, seed, terms);
        } finally {
            end();
            stand(interrupted);
        }
    }

    private Outcome pitched(long[] arrivals, long seed, Load.Terms terms) {
        say.accept("registering %,d phones".formatted(arrivals.length));
        camp.set(Optional.of(Camp.at(site, say)));
        Fleet fleet = camp.get().orElseThrow().pitch(arrivals.length);
        Tally tally = new Tally();
        try (Load playing = new Load()) {
            load.set(Optional.of(playing));
            say.accept("the storm begins");
            if (!playing.play(fleet, arrivals, seed, terms, this::tell, tally)) {
                throw new Complaint("the storm was interrupted");
            }
        } catch (InterruptedException e) {
            throw new Complaint("the storm was interrupted", e);
        }
        return Outcome.of(tally);
    }

    private void tell(Tally tally) {
        say.accept(
                "arrived %,d, through %,d, failed %,d"
                        .formatted(tally.arrivals(), tally.answered(), tally.failed()));
    }

    /** The phones fall silent before they are taken away. */
    private void interrupt() {
        load.get().ifPresent(Load::close);
        end();
    }

    private void end() {
        camp.get()
                .ifPresent(standing -> {
                    say.accept("taking the phones away");
                    standing.close();
                });
    }

    private static void stand(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException goingDown) {
            // It runs already, and has waited for us or we for it.
            Thread.yield();
        }
    }
}
