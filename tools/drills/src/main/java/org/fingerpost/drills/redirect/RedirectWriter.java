package org.fingerpost.drills.redirect;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.fingerpost.drills.drilled.Done;
import org.fingerpost.drills.drilled.Writer;

/**
 * Has a target server of its own that it points here and there, and phones that it registers,
 * approves and blocks.
 */
final class RedirectWriter implements Writer {
    private final Account account;
    private final Fresh fresh;
    private Optional<Long> server = Optional.empty();
    private Optional<Book.Phone> phone = Optional.empty();

    RedirectWriter(Account account, Fresh fresh) {
        this.account = account;
        this.fresh = fresh;
    }

    /**
     * Addresses that nobody had before, for all writers.
     *
     * @param registered those that were registered
     */
    record Fresh(AtomicInteger nextPhone, AtomicInteger nextUrl, List<String> registered) {
        String url() {
            return "s" + nextUrl.incrementAndGet() + ".drill.example.com/cfg";
        }
    }

    @Override
    public void write(Done done) {
        if (server.isEmpty()) {
            server = done.of(account.server(fresh.url()));
            phone = Optional.empty();
            return;
        }
        long here = server.get();
        switch (ThreadLocalRandom.current().nextInt(4)) {
            case 0 -> server = done.of(account.point(here, fresh.url()));
            case 1 -> {
                phone.ifPresent(known -> done.of(account.block(known)));
                phone = Optional.empty();
            }
            default -> phone = registered(here, done);
        }
    }

    private Optional<Book.Phone> registered(long here, Done done) {
        String mac = Stock.mac(fresh.nextPhone().getAndIncrement());
        return done.of(account.register(mac, here))
                .flatMap(made -> {
                    fresh.registered().add(mac);
                    return done.of(account.approve(made, here));
                });
    }
}
