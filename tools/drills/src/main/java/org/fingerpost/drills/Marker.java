package org.fingerpost.drills;

import org.fingerpost.drills.ledger.Book;
import org.fingerpost.drills.phones.DoorCheck;
import org.fingerpost.drills.town.Patience;
import org.fingerpost.drills.town.Town;
import org.fingerpost.drills.writes.Account;
import org.fingerpost.drills.writes.Outcome;

/** A phone whose server is pointed elsewhere to see when a write is at every door again. */
final class Marker {
    private static final String MAC = "000b820fffff";

    private final Account account;
    private final Town town;
    private final long server;
    private int turn;

    private Marker(Account account, Town town, long server) {
        this.account = account;
        this.town = town;
        this.server = server;
    }

    static Marker set(Account account, Town town) {
        long server = Outcome.sure(account.server("marker0.drill.example.com/cfg"));
        Book.Phone phone = Outcome.sure(account.register(MAC, server));
        Outcome.sure(account.approve(phone, server));
        return new Marker(account, town, server);
    }

    /** Returns when a write of now is acknowledged and told by every door. */
    void await(String what) {
        String url = "marker" + ++turn + ".drill.example.com/cfg";
        Patience.until(what, () -> account.point(server, url) instanceof Outcome.Acknowledged<?>);
        Patience.until(
                what,
                () ->
                        town.answering().keySet().stream()
                                .allMatch(port -> DoorCheck.ask(port, MAC).equals(url)));
    }
}
