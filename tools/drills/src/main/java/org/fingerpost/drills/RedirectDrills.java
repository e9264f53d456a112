package org.fingerpost.drills;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.fingerpost.drills.ledger.Book;
import org.fingerpost.drills.ledger.Calm;
import org.fingerpost.drills.ledger.Tally;
import org.fingerpost.drills.phones.DoorCheck;
import org.fingerpost.drills.phones.PhoneLoad;
import org.fingerpost.drills.proof.Sightings;
import org.fingerpost.drills.proof.Writes;
import org.fingerpost.drills.town.Door;
import org.fingerpost.drills.town.Patience;
import org.fingerpost.drills.town.Town;
import org.fingerpost.drills.town.Victim;
import org.fingerpost.drills.writes.Account;
import org.fingerpost.drills.writes.Outcome;
import org.fingerpost.drills.writes.Stock;
import org.fingerpost.drills.writes.WriteLoad;

/** One town under load, and one drill after the other. */
final class RedirectDrills {
    private static final int STOCK = 0x10_0000;
    private static final int IMPORTS = 0x40_0000;
    private static final int UNKNOWN = 0xc0_0000;
    private static final int UNKNOWN_PHONES = 0x10_0000;
    private static final int IMPORTED = 2_000;
    private static final Duration SETTLING = Duration.ofMinutes(2);

    private final Options options;
    private final Consumer<String> progress;
    private final Town town;
    private final Calm calm;
    private final Book book;
    private final Account account;
    private final Stock stock;
    private final long server;
    private final Marker marker;
    private final AtomicReference<Tally> tally = new AtomicReference<>(new Tally("start"));
    private final List<Tally> tallies = new ArrayList<>();

    private RedirectDrills(Options options, Town town, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
        this.town = town;
        this.calm = new Calm(options.allowance());
        this.book = new Book(calm);
        this.account = Account.open(town.api(), town.operatorKey(), book);
        this.stock = new Stock(account, book);
        this.server = Outcome.sure(account.server("stock.drill.example.com/cfg"));
        this.marker = Marker.set(account, town);
    }

    static Report run(Options options, Consumer<String> progress) {
        progress.accept("starting PostgreSQL, Kafka, redirect and two doors");
        Town town = Town.build();
        try {
            RedirectDrills drills = new RedirectDrills(options, town, progress);
            progress.accept("registering " + options.stock() + " phones");
            drills.stock.fill(STOCK, options.stock(), drills.server);
            drills.marker.await("the stock is at the doors");
            return drills.underLoad();
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
        try (WriteLoad writes = new WriteLoad(account, tally, options.writers());
                PhoneLoad load =
                        new PhoneLoad(
                                town.doors(),
                                book,
                                () -> anyPhone(writes),
                                tally,
                                options.perSecond());
                Watch _ = new Watch(town, tally)) {
            phones = load;
            all();
        }
        return prove(phones);
    }

    private String anyPhone(WriteLoad writes) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return switch (random.nextInt(4)) {
            case 0 -> Stock.anyOf(UNKNOWN, UNKNOWN_PHONES);
            case 1 -> writes.anyPhone().orElseGet(() -> Stock.anyOf(STOCK, options.stock()));
            default -> Stock.anyOf(STOCK, options.stock());
        };
    }

    private void all() {
        drill("calm", () -> Patience.pause(options.away().dividedBy(2)));
        for (Victim victim :
                List.of(
                        town.redirect(),
                        town.doors().getFirst(),
                        town.postgresql(),
                        town.kafka())) {
            drillIfAsked(victim.name() + " killed", () -> killed(victim));
            drillIfAsked(victim.name() + " frozen", () -> frozen(victim));
        }
        drillIfAsked("kafka and postgresql frozen", () -> frozen(town.kafka(), town.postgresql()));
        drillIfAsked("everything behind away", this::everythingAway);
        drill("calm again", () -> Patience.pause(options.away().dividedBy(2)));
    }

    private void drillIfAsked(String name, Runnable what) {
        if (name.contains(options.only())) {
            drill(name, what);
        }
    }

    private void drill(String name, Runnable what) {
        progress.accept("drill: " + name);
        Tally now = new Tally(name);
        long before = town.logLines();
        tallies.add(now);
        tally.set(now);
        what.run();
        now.logLines.set(Math.max(0, town.logLines() - before));
    }

    private void killed(Victim... victims) {
        harmed(
                () -> List.of(victims).forEach(Victim::kill),
                () -> {},
                () -> List.of(victims).forEach(Victim::restart));
    }

    private void frozen(Victim... victims) {
        harmed(
                () -> List.of(victims).forEach(Victim::freeze),
                () -> {},
                () -> List.of(victims).forEach(Victim::thaw));
    }

    /** Meanwhile each door is killed, and must come up alone. */
    private void everythingAway() {
        List<Victim> behind = List.of(town.redirect(), town.kafka(), town.postgresql());
        harmed(
                () -> behind.forEach(Victim::kill),
                () -> {
                    for (Door door : town.doors()) {
                        door.kill();
                        door.restart();
                    }
                    Patience.pause(options.away().dividedBy(2));
                },
                () -> behind.reversed().forEach(Victim::restart));
    }

    private void harmed(Runnable harm, Runnable meanwhile, Runnable mend) {
        // An import is under way whenever something dies.
        stock.ask(IMPORTS + tallies.size() * IMPORTED, IMPORTED, server);
        calm.disturbed(System.nanoTime());
        harm.run();
        Patience.pause(options.away());
        meanwhile.run();
        long mending = System.nanoTime();
        mend.run();
        marker.await("a write reaches every door after " + tally.get().drill());
        long now = System.nanoTime();
        tally.get().recoveryMillis.set((now - mending) / 1_000_000);
        calm.recovered(now);
        Patience.pause(options.allowance().multipliedBy(2));
    }

    private Report prove(PhoneLoad phones) {
        progress.accept("looking for what was acknowledged and answered");
        List<String> lost = new ArrayList<>(stock.unfinished());
        lost.addAll(Writes.lost(book, account.provider()));
        Set<Integer> doors = town.answering().keySet();
        for (int port : doors) {
            Patience.within(SETTLING, () -> DoorCheck.wrong(port, book).isEmpty());
            lost.addAll(DoorCheck.wrong(port, book));
        }
        return new Report(
                List.copyOf(tallies),
                lost,
                Sightings.of(phones.asked().answered(), town.kafkaBootstrapServers()));
    }
}
