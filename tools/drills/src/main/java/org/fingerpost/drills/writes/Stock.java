package org.fingerpost.drills.writes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.fingerpost.drills.ledger.Book;
import org.fingerpost.drills.ledger.History;
import org.fingerpost.drills.town.Patience;

/** Lists of ranges that are imported and approved as jobs, which nothing may stop for good. */
public final class Stock {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Account account;
    private final Book book;
    private final List<Import> imports = new ArrayList<>();

    public Stock(Account account, Book book) {
        this.account = account;
        this.book = book;
    }

    private record Import(long id, int rows) {}

    /** So many single phones from this address on, all of one server; returns when they stand. */
    public void fill(int first, int phones, long server) {
        ask(first, phones, server);
        Import last = imports.getLast();
        Patience.until("the stock is imported", () -> isDone(last));
        Api.Reply approval =
                account.operator().post("/api/v1/ranges:approve", Map.of("importId", last.id()));
        Patience.until(
                "the stock is approved", () -> isDone(new Import(approval.id(), last.rows())));
        long now = System.nanoTime();
        for (int i = 0; i < phones; i++) {
            History<Optional<Long>> told = book.phone(mac(first + i), 0).server();
            told.begin(Optional.of(server), now);
            told.acknowledge(System.nanoTime());
        }
    }

    /** Asks for an import; whether it was acknowledged. */
    public boolean ask(int first, int phones, long server) {
        StringBuilder list = new StringBuilder("first,last,targetServerId\n");
        for (int i = 0; i < phones; i++) {
            String mac = mac(first + i);
            list.append(mac).append(',').append(mac).append(',').append(server).append('\n');
        }
        Api.Reply taken =
                account.provider().csv("/api/v1/range-imports", "drill-" + first, list.toString());
        if (taken.acknowledged()) {
            imports.add(new Import(taken.id(), phones));
        }
        return taken.acknowledged();
    }

    /** Acknowledged imports that did not come to their end with every row accepted. */
    public List<String> unfinished() {
        return imports.stream()
                .filter(each -> !Patience.within(PATIENCE, () -> isDone(each)))
                .map(each -> "import " + each.id() + " of " + each.rows() + " rows")
                .toList();
    }

    private boolean isDone(Import each) {
        Api.Reply job = account.provider().get("/api/v1/range-imports/" + each.id());
        Api.Reply seen =
                job.acknowledged()
                        ? job
                        : account.operator().get("/api/v1/range-imports/" + each.id());
        return seen.body().path("state").asText().equals("done")
                && seen.body().path("accepted").asInt() == each.rows();
    }

    public static String mac(int suffix) {
        return "000b82%06x".formatted(suffix);
    }

    /** One of so many phones from this address on. */
    public static String anyOf(int first, int phones) {
        return mac(first + ThreadLocalRandom.current().nextInt(phones));
    }
}
