package org.fingerpost.cli.storm.load;

import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslContext;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;

/** What the phones on one event loop share: its thread, and sockets that are not endless. */
final class Crowd {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int free;

    final EventLoop loop;
    final Fleet fleet;
    final Tally tally;
    final Optional<SslContext> tls;
    final Duration patience;
    final SplittableRandom random;
    final Runnable oneIsThrough;

    Crowd(
            EventLoop loop,
            int sockets,
            Fleet fleet,
            Tally tally,
            Load.Terms terms,
            long seed,
            Runnable oneIsThrough) {
        this.loop = loop;
        this.free = sockets;
        this.fleet = fleet;
        this.tally = tally;
        this.tls = terms.tls();
        this.patience = terms.patience();
        this.random = new SplittableRandom(seed);
        this.oneIsThrough = oneIsThrough;
    }

    /** Runs it when there is a socket; it must be given back. */
    void withSocket(Runnable use) {
        if (free > 0) {
            free--;
            use.run();
        } else {
            waiting.add(use);
        }
    }

    void giveBack() {
        Runnable next = waiting.poll();
        if (next == null) {
            free++;
        } else {
            loop.execute(next);
        }
    }
}
