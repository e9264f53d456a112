package org.fingerpost.cli.storm.load;

import io.netty.channel.EventLoop;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.handler.ssl.SslContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Lets a fleet loose. */
public final class Load implements AutoCloseable {
    static {
        // Else the JVM warns of what Netty does with memory, on the stream where progress is told.
        System.setProperty("io.netty.noUnsafe", "true");
    }

    private final NioEventLoopGroup loops;
    private final int threads;

    /**
     * @param sockets open at one time, all phones together
     * @param patience how long a phone goes on coming back before it counts as failed
     * @param tls for addresses that want it
     */
    public record Terms(int sockets, Duration patience, Optional<SslContext> tls) {}

    public Load() {
        // The other half is for the doors, if they are on this machine.
        threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        loops = new NioEventLoopGroup(threads);
    }

    /**
     * Plays every phone's day, and comes back when the last is through.
     *
     * @param arrivals nanoseconds from now, one for each phone
     * @param watcher told once a second how it goes
     * @return whether all are through; false if it was closed meanwhile
     */
    public boolean play(
            Fleet fleet,
            long[] arrivals,
            long seed,
            Terms terms,
            Consumer<Tally> watcher,
            Tally tally)
            throws InterruptedException {
        CountDownLatch through = new CountDownLatch(fleet.phones());
        List<Crowd> crowds = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            EventLoop loop = loops.next();
            int sockets = Math.max(1, terms.sockets() / threads);
            crowds.add(new Crowd(loop, sockets, fleet, tally, terms, seed + i, through::countDown));
        }
        long start = System.nanoTime();
        for (int i = 0; i < arrivals.length; i++) {
            int number = i;
            long wanted = start + arrivals[i];
            Crowd crowd = crowds.get(i % threads);
            crowd.loop.schedule(
                    () -> new PhoneDay(crowd, number).begin(wanted),
                    wanted - System.nanoTime(),
                    TimeUnit.NANOSECONDS);
        }
        while (!through.await(1, TimeUnit.SECONDS)) {
            if (loops.isShuttingDown()) {
                return false;
            }
            watcher.accept(tally);
        }
        return true;
    }

    /** Phones that are not through are let go. */
    @Override
    public void close() {
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
