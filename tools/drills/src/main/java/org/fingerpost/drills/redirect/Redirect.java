package org.fingerpost.drills.redirect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.fingerpost.drills.drilled.Drilled;
import org.fingerpost.drills.drilled.Outcome;
import org.fingerpost.drills.drilled.Question;
import org.fingerpost.drills.drilled.Writer;
import org.fingerpost.drills.ledger.Calm;

/**
 * Phones that ask where they belong: half of them registered before, a quarter written to
 * meanwhile, a quarter unknown.
 */
public final class Redirect implements Drilled {
    private static final int STOCK = 0x10_0000;
    private static final int IMPORTS = 0x40_0000;
    private static final int WRITTEN = 0x80_0000;
    private static final int UNKNOWN = 0xc0_0000;
    private static final int UNKNOWN_PHONES = 0x10_0000;
    private static final int IMPORTED = 2_000;
    private static final String MARKED = "000b820fffff";

    private final Book book;
    private final Account account;
    private final Stock stock;
    private final long server;
    private final long markedServer;
    private final RedirectWriter.Fresh fresh =
            new RedirectWriter.Fresh(
                    new AtomicInteger(WRITTEN), new AtomicInteger(), new CopyOnWriteArrayList<>());
    private int phones;

    public Redirect(String api, String operatorKey, Calm calm) {
        this.book = new Book(calm);
        this.account = Account.open(api, operatorKey, book);
        this.stock = new Stock(account, book);
        this.server = Outcome.sure(account.server("stock.drill.example.com/cfg"));
        this.markedServer = Outcome.sure(account.server(markerUrl(0)));
        Book.Phone phone = Outcome.sure(account.register(MARKED, markedServer));
        Outcome.sure(account.approve(phone, markedServer));
    }

    @Override
    public void fill(int wanted) {
        phones = wanted;
        stock.fill(STOCK, wanted, server);
    }

    @Override
    public Question next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String mac =
                switch (random.nextInt(4)) {
                    case 0 -> Stock.anyOf(UNKNOWN, UNKNOWN_PHONES);
                    case 1 -> written();
                    default -> Stock.anyOf(STOCK, phones);
                };
        return new RedirectPhone(book, mac, random.nextBoolean());
    }

    /** One that was written lately; of the stock as long as there is none. */
    private String written() {
        int count = fresh.registered().size();
        return count == 0
                ? Stock.anyOf(STOCK, phones)
                : fresh.registered().get(ThreadLocalRandom.current().nextInt(count));
    }

    @Override
    public List<Writer> writers(int count) {
        return IntStream.range(0, count)
                .<Writer>mapToObj(_ -> new RedirectWriter(account, fresh))
                .toList();
    }

    @Override
    public void handOver(int turn) {
        stock.ask(IMPORTS + turn * IMPORTED, IMPORTED, server);
    }

    @Override
    public boolean mark(int turn) {
        return account.point(markedServer, markerUrl(turn)) instanceof Outcome.Acknowledged<?>;
    }

    @Override
    public boolean marked(int turn, String told) {
        return told.equals(markerUrl(turn));
    }

    @Override
    public Question marker() {
        return new RedirectPhone(book, MARKED, false);
    }

    @Override
    public List<Question> known() {
        return everything();
    }

    @Override
    public List<Question> everything() {
        return book.phones().stream()
                .<Question>map(phone -> new RedirectPhone(book, phone.mac(), false))
                .toList();
    }

    @Override
    public List<String> lost() {
        List<String> lost = new ArrayList<>(stock.unfinished());
        lost.addAll(Writes.lost(book, account.provider()));
        return lost;
    }

    @Override
    public Set<String> topics() {
        return Set.of("fingerpost.redirect.state");
    }

    private static String markerUrl(int turn) {
        return "marker" + turn + ".drill.example.com/cfg";
    }
}
