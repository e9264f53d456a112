package org.fingerpost.gateway.datagrams.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicBoolean;

/** Waits until a port has something, or until somebody wakes the thread. */
final class Waiting implements AutoCloseable {
    /** The tag of what is no port. */
    static final int WAKE = -1;

    private static final int AT_ONCE = 64;

    /**
     * How long it looks for an answer without sleeping: a client on a fast network sends its next
     * acknowledgement sooner than a thread is put to sleep and woken. On a single processor the
     * client may need just that time.
     */
    private static final long AWAKE_NANOS =
            Runtime.getRuntime().availableProcessors() > 1 ? 100_000 : 0;

    /** After more packets than that more are on their way, and are best heard all at once. */
    private static final int FEW = 2;

    private final Kernel kernel;
    private final int epoll;
    private final int alarm;
    private final MemorySegment events;
    private final MemorySegment event;
    private final MemorySegment one;
    private final MemorySegment rung;
    private final AtomicBoolean woken = new AtomicBoolean();
    private long awakeUntil = System.nanoTime();
    private boolean closed;

    Waiting(Kernel kernel, Arena arena) {
        this.kernel = kernel;
        this.events = arena.allocate((long) Numbers.EVENT_BYTES * AT_ONCE, 8);
        this.event = arena.allocate(Numbers.EVENT_BYTES, 8);
        this.one = arena.allocateFrom(JAVA_LONG, 1);
        this.rung = arena.allocate(JAVA_LONG);
        this.epoll = Sockets.known(kernel.epoll());
        int opened = kernel.events();
        if (opened < 0) {
            kernel.close(epoll);
        }
        this.alarm = Sockets.known(opened);
        try {
            add(alarm, WAKE);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    void add(int descriptor, int tag) {
        set(Numbers.ADD, descriptor, tag, Numbers.READABLE);
    }

    /** Tells of room to write, too, or no more. */
    void awaitRoom(int descriptor, int tag, boolean waits) {
        int flags = waits ? Numbers.READABLE | Numbers.WRITABLE : Numbers.READABLE;
        set(Numbers.CHANGE, descriptor, tag, flags);
    }

    private void set(int operation, int descriptor, int tag, int flags) {
        event.set(JAVA_INT_UNALIGNED, 0, flags);
        event.set(JAVA_INT_UNALIGNED, Numbers.EVENT_TAG, tag);
        Sockets.known(kernel.epollSet(epoll, operation, descriptor, event));
    }

    /**
     * @param millis at most; -1 for as long as it takes
     * @return how many there are
     */
    int await(int millis) {
        int count = millis == 0 ? 0 : lookedFor();
        return count == 0 ? asked(millis) : count;
    }

    /**
     * @param packets that were heard since it was waited for them
     */
    void heard(int packets) {
        if (packets > 0) {
            awakeUntil = System.nanoTime() + (packets <= FEW ? AWAKE_NANOS : 0);
        }
    }

    /** Asks again and again while an answer may be on its way. */
    private int lookedFor() {
        while (System.nanoTime() - awakeUntil < 0) {
            int count = asked(0);
            if (count > 0) {
                return count;
            }
        }
        return 0;
    }

    private int asked(int millis) {
        int count = kernel.epollWait(epoll, events, AT_ONCE, millis);
        if (count != -Kernel.INTERRUPTED) {
            Sockets.known(count);
        }
        for (int i = 0; i < count; i++) {
            if (tag(i) == WAKE) {
                kernel.read(alarm, rung);
                woken.set(false);
            }
        }
        return count;
    }

    int tag(int i) {
        return events.get(JAVA_INT_UNALIGNED, (long) Numbers.EVENT_BYTES * i + Numbers.EVENT_TAG);
    }

    boolean hasRoom(int i) {
        int flags = events.get(JAVA_INT_UNALIGNED, (long) Numbers.EVENT_BYTES * i);
        return (flags & Numbers.WRITABLE) != 0;
    }

    /** From any thread. */
    void wake() {
        if (woken.compareAndSet(false, true)) {
            ring();
        }
    }

    /** Not once it is closed: its number may be another file's by then. */
    private synchronized void ring() {
        if (!closed) {
            kernel.write(alarm, one);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        kernel.close(alarm);
        kernel.close(epoll);
    }
}
