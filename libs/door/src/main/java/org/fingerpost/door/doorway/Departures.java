package org.fingerpost.door.doorway;

import io.netty.util.concurrent.FastThreadLocal;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/**
 * What one event loop has decided since it last looked at its lines: those answers leave one right
 * after the other. Each wakes whoever waits for it, and to wake a sleeper took an eighth of the
 * event loop's time; one that has just been woken costs nothing. Where one phone asks alone, its
 * answer leaves as soon as it is decided.
 *
 * <p>Of one thread: nothing here is for two.
 */
final class Departures {
    /**
     * So that with a thousand phones at the door the first does not wait for the last: two
     * milliseconds, and 16 wake-ups are one already.
     */
    static final int MOST = 16;

    private static final FastThreadLocal<Departures> HERE = new FastThreadLocal<>();

    private final Executor after;
    private final Deque<Runnable> decided = new ArrayDeque<>(MOST);
    private boolean ending;

    /**
     * @param after runs what it is given, on this thread, when the lines that were ready are served
     */
    Departures(Executor after) {
        this.after = after;
    }

    /** The line's event loop's, when that is the caller; else what is decided leaves at once. */
    static Departures of(HttpConnection line) {
        Departures known = HERE.get();
        if (known != null) {
            return known;
        }
        if (line instanceof ConnectionBase own && own.channel().eventLoop().inEventLoop()) {
            Departures here = new Departures(own.channel().eventLoop());
            HERE.set(here);
            return here;
        }
        return new Departures(Runnable::run);
    }

    /**
     * @param leaving sends an answer; it throws nothing
     */
    void decided(Runnable leaving) {
        decided.add(leaving);
        if (decided.size() == MOST) {
            leave();
        } else if (!ending) {
            ending = true;
            after.execute(this::end);
        }
    }

    private void end() {
        ending = false;
        leave();
    }

    /** One that leaves may make room for the next of its line, which is decided meanwhile. */
    private void leave() {
        for (Runnable next = decided.poll(); next != null; next = decided.poll()) {
            next.run();
        }
    }
}
