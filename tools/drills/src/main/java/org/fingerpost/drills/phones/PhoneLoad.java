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
import org.fingerpost.drills.drilled.Question;
import org.fingerpost.drills.drilled.Reply;
import org.fingerpost.drills.ledger.Tally;
import org.fingerpost.drills.town.Door;

/** Phones that ask all the time, so many a second. */
public final class PhoneLoad implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(10);

    /** More than that many wait for a frozen door; beyond, the load waits too. */
    private static final int AT_ONCE = 4_000;

    private final List<Links> doors;
    private final Supplier<Question> phones;
    private final AtomicReference<Tally> tally;
    private final int perSecond;
    private final Asked asked = new Asked();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Thread thread;
    private volatile boolean stopping;

    /**
     * @param phones what the phone asks that comes next
     * @param tally of the drill that is under way
     */
    public PhoneLoad(
            List<Door> doors,
            Supplier<Question> phones,
            AtomicReference<Tally> tally,
            int perSecond) {
        this.doors = doors.stream().map(Links::new).toList();
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
            Question question = phones.get();
            int first = ThreadLocalRandom.current().nextInt(doors.size());
            if (!ask(doors.get(first), question, now)) {
                now.elsewhere.incrementAndGet();
                if (!ask(doors.get((first + 1) % doors.size()), question, now)) {
                    now.fault(now.failed, question.path() + " got no answer at either door");
                }
            }
        } finally {
            places.release();
        }
    }

    /** False if this door gave no answer that a phone can use. */
    private boolean ask(Links links, Question question, Tally now) {
        Door door = links.door();
        boolean excused = door.harmed();
        int number = asked.number();
        long sent = System.nanoTime();
        try {
            Reply reply =
                    ThreadLocalRandom.current().nextInt(10) < 7
                            ? links.askKept(question, " Drill-" + number)
                            : links.askFresh(question, " Drill-" + number);
            long answered = System.nanoTime();
            if (!door.full()) {
                asked.answered(number);
            }
            if (!excused && !door.harmed()) {
                now.slowest.accumulateAndGet(answered - sent, Math::max);
            }
            Set<String> possible = question.possible(sent, answered);
            if (reply.usable()) {
                judge(reply, door, question, possible, now);
                return true;
            }
            return putOff(reply, door, question, possible.size() > 1, number, now);
        } catch (IOException | RuntimeException e) {
            if (!excused && !door.harmed()) {
                now.fault(now.unexpected, door.name() + " was left alone and yet: " + e);
            }
            return false;
        }
    }

    private static void judge(
            Reply reply, Door door, Question question, Set<String> possible, Tally now) {
        String told = question.told(reply);
        if (!possible.contains(told)) {
            now.fault(
                    now.wrong,
                    "%s told %s '%s', possible was %s"
                            .formatted(door.name(), question.path(), told, possible));
        }
    }

    /** False if the phone asks the other door. */
    private boolean putOff(
            Reply reply, Door door, Question question, boolean changes, int number, Tally now) {
        if (reply.later() && question.mayBePutOff() && changes) {
            now.putOff.incrementAndGet();
            return true;
        }
        if (reply.later()) {
            asked.shed(number);
            now.shed.incrementAndGet();
        } else {
            now.fault(
                    now.unexpected,
                    door.name() + " told " + question.path() + " " + reply.status());
        }
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
