package org.fingerpost.drills.phones;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.fingerpost.drills.ledger.Book;
import org.fingerpost.drills.ledger.Tally;
import org.fingerpost.drills.town.Door;

/** Phones that ask all the time, so many a second. */
public final class PhoneLoad implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(10);

    /** More than that many wait for a frozen door; beyond, the load waits too. */
    private static final int AT_ONCE = 4_000;

    private final List<Links> doors;
    private final Book book;
    private final Supplier<String> phones;
    private final AtomicReference<Tally> tally;
    private final int perSecond;
    private final Asked asked = new Asked();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Thread thread;
    private volatile boolean stopping;

    /**
     * @param phones the MAC address of a phone that asks next
     * @param tally of the drill that is under way
     */
    public PhoneLoad(
            List<Door> doors,
            Book book,
            Supplier<String> phones,
            AtomicReference<Tally> tally,
            int perSecond) {
        this.doors = doors.stream().map(Links::new).toList();
        this.book = book;
        this.phones = phones;
        this.tally = tally;
        this.perSecond = perSecond;
        this.thread = Thread.ofPlatform().daemon().name("phones").start(this::run);
    }

    public Asked asked() {
        return asked;
    }

    private void run() {
        long start = System.nanoTime();
        long begun = 0;
        while (!stopping) {
            long due = (System.nanoTime() - start) * perSecond / 1_000_000_000L;
            for (; begun < due; begun++) {
                places.acquireUninterruptibly();
                Tally now = tally.get();
                Thread.ofVirtual().start(() -> phone(now));
            }
            LockSupport.parkNanos(TICK.toNanos());
        }
    }

    private void phone(Tally now) {
        try {
            now.asked.incrementAndGet();
            String mac = phones.get();
            int first = ThreadLocalRandom.current().nextInt(doors.size());
            if (!ask(doors.get(first), mac, now)) {
                now.elsewhere.incrementAndGet();
                if (!ask(doors.get((first + 1) % doors.size()), mac, now)) {
                    now.fault(now.failed, mac + " got no answer at either door");
                }
            }
        } finally {
            places.release();
        }
    }

    /** False if this door gave no answer that a phone can use. */
    private boolean ask(Links links, String mac, Tally now) {
        Door door = links.door();
        boolean excused = door.harmed();
        int number = asked.number();
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String path = "/gs/cfg" + mac + (random.nextBoolean() ? ".xml" : "");
        String userAgent =
                "Grandstream Model HW GXP2160 SW 1.0.11.3 DevId " + mac + " Drill-" + number;
        long sent = System.nanoTime();
        try {
            Reply reply =
                    random.nextInt(10) < 7
                            ? links.askKept(path, userAgent)
                            : links.askFresh(path, userAgent);
            long answered = System.nanoTime();
            asked.answered(number);
            if (!excused && !door.harmed()) {
                now.slowest.accumulateAndGet(answered - sent, Math::max);
            }
            return judge(reply, door, mac, sent, answered, now);
        } catch (IOException | RuntimeException e) {
            if (!excused && !door.harmed()) {
                now.fault(now.unexpected, door.name() + " was left alone and yet: " + e);
            }
            return false;
        }
    }

    private boolean judge(Reply reply, Door door, String mac, long sent, long answered, Tally now) {
        String server = reply.server();
        Set<String> possible = book.possible(mac, sent, answered);
        if (reply.status() == 200 || reply.status() == 404) {
            if (!possible.contains(server)) {
                now.fault(
                        now.wrong,
                        "%s told %s '%s', possible was %s"
                                .formatted(door.name(), mac, server, possible));
            }
            return true;
        }
        now.fault(now.unexpected, door.name() + " told " + mac + " " + server);
        return false;
    }

    /** Returns when every phone has its answer, or has given up. */
    @Override
    public void close() {
        stopping = true;
        places.acquireUninterruptibly(AT_ONCE);
        doors.forEach(Links::close);
    }
}
