package org.fingerpost.drills.writes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.fingerpost.drills.ledger.Book;
import org.fingerpost.drills.ledger.Tally;
import org.fingerpost.drills.town.Patience;

/**
 * Writers, each with a target server of its own that it points here and there, and phones that it
 * registers, approves and blocks. What came to be in doubt is written no more.
 */
public final class WriteLoad implements AutoCloseable {
    private static final Duration BETWEEN_WRITES = Duration.ofMillis(100);
    private static final Duration AFTER_TROUBLE = Duration.ofMillis(500);

    /** 00:0b:82:80:…: apart from the phones that are there from the beginning. */
    private static final int FIRST_PHONE = 0x80_0000;

    private final Account account;
    private final AtomicReference<Tally> tally;
    private final AtomicInteger nextPhone = new AtomicInteger(FIRST_PHONE);
    private final AtomicInteger nextUrl = new AtomicInteger();
    private final List<String> macs = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    public WriteLoad(Account account, AtomicReference<Tally> tally, int writers) {
        this.account = account;
        this.tally = tally;
        for (int i = 0; i < writers; i++) {
            threads.add(Thread.ofVirtual().start(this::write));
        }
    }

    /** One of the phones that were written lately; empty as long as there is none. */
    public Optional<String> anyPhone() {
        int count = macs.size();
        return count == 0
                ? Optional.empty()
                : Optional.of(macs.get(ThreadLocalRandom.current().nextInt(count)));
    }

    /** An address that no target server had before. */
    public String freshUrl() {
        return "s" + nextUrl.incrementAndGet() + ".drill.example.com/cfg";
    }

    private void write() {
        Optional<Long> server = Optional.empty();
        Optional<Book.Phone> phone = Optional.empty();
        while (!stopping) {
            if (server.isEmpty()) {
                server = done(() -> account.server(freshUrl()));
                phone = Optional.empty();
            } else {
                long here = server.get();
                switch (ThreadLocalRandom.current().nextInt(4)) {
                    case 0 -> server = done(() -> account.point(here, freshUrl()));
                    case 1 -> {
                        if (phone.isPresent()) {
                            Book.Phone known = phone.get();
                            done(() -> account.block(known));
                            phone = Optional.empty();
                        }
                    }
                    default -> phone = registered(here);
                }
            }
            Patience.pause(BETWEEN_WRITES);
        }
    }

    private Optional<Book.Phone> registered(long server) {
        String mac = "000b82%06x".formatted(nextPhone.getAndIncrement());
        return done(() -> account.register(mac, server))
                .flatMap(phone -> {
                    macs.add(mac);
                    return done(() -> account.approve(phone, server));
                });
    }

    private <T> Optional<T> done(Supplier<Outcome<T>> write) {
        Tally now = tally.get();
        return switch (write.get()) {
            case Outcome.Acknowledged<T>(var value) -> {
                now.acknowledged.incrementAndGet();
                yield Optional.of(value);
            }
            case Outcome.Refused<T>(var why) -> {
                // Nobody else writes these: a clash would be with a write of our own in doubt.
                now.fault(now.broken, "a write was refused: " + why);
                yield Optional.empty();
            }
            case Outcome.InDoubt<T>(int status, var why) -> {
                now.notAcknowledged.incrementAndGet();
                if (status == 500) {
                    now.fault(now.broken, "a write was answered " + why);
                }
                Patience.pause(AFTER_TROUBLE);
                yield Optional.empty();
            }
        };
    }

    /** Returns when the last write has its answer. */
    @Override
    public void close() {
        stopping = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
