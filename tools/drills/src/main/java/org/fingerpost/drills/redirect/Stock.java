package org.fingerpost.drills.redirect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.fingerpost.drills.drilled.Api;
import org.fingerpost.drills.drilled.Imports;
import org.fingerpost.drills.ledger.History;
import org.fingerpost.drills.town.Patience;

/** Lists of ranges that are imported and approved as jobs. */
final class Stock {
    private static final String PATH = "/api/v1/range-imports";

    private final Account account;
    private final Book book;
    private final Imports imports;

    Stock(Account account, Book book) {
        this.account = account;
        this.book = book;
        this.imports = new Imports(account.provider(), PATH);
    }

    /** So many single phones from this address on, all of one server; returns when they stand. */
    void fill(int first, int phones, long server) {
        ask(first, phones, server);
        Api operator = account.operator();
        long done = imports.finished();
        Api.Reply approval = operator.post("/api/v1/ranges:approve", Map.of("importId", done));
        Patience.until(
                "the stock is approved",
                () -> Imports.isDone(operator.get(PATH + "/" + approval.id()), phones));
        long now = System.nanoTime();
        for (int i = 0; i < phones; i++) {
            History<Optional<Long>> told = book.phone(mac(first + i), 0).server();
            told.begin(Optional.of(server), now);
            told.acknowledge(System.nanoTime());
        }
    }

    void ask(int first, int phones, long server) {
        StringBuilder list = new StringBuilder("first,last,targetServerId\n");
        for (int i = 0; i < phones; i++) {
            String mac = mac(first + i);
            list.append(mac).append(',').append(mac).append(',').append(server).append('\n');
        }
        imports.ask("drill-" + first, list.toString(), phones);
    }

    List<String> unfinished() {
        return imports.unfinished();
    }

    static String mac(int suffix) {
        return "000b82%06x".formatted(suffix);
    }

    /** One of so many phones from this address on. */
    static String anyOf(int first, int phones) {
        return mac(first + ThreadLocalRandom.current().nextInt(phones));
    }
}
