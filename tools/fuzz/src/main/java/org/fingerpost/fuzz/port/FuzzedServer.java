package org.fingerpost.fuzz.port;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.fingerpost.gateway.server.TftpConfig;
import org.fingerpost.gateway.server.TftpServer;

/** The gateway's TFTP server with little room and a clock that stands still, runs, or leaps. */
final class FuzzedServer implements AutoCloseable {
    static final int UNHEARD = 32;
    static final int OF_A_NETWORK = 150;

    private static final long MOST_READINGS_AWAITED_MILLIS = 60_000;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TftpServer server;
    private long passed = Duration.ofHours(1).toNanos();
    private boolean running;
    private long since;
    private long readings;

    FuzzedServer(NaiveFiles files) {
        server = new TftpServer(new Config(), files, meters, this::now);
    }

    InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", server.port());
    }

    boolean listens() {
        return server.listens();
    }

    int open() {
        return (int) meters.get("fingerpost.tftp.open").gauge().value();
    }

    long garbled() {
        return (long) meters.get("fingerpost.tftp.garbled").counter().count();
    }

    long crowded() {
        return (long) meters.get("fingerpost.tftp.crowded").counter().count();
    }

    private synchronized long now() {
        readings++;
        notifyAll();
        return passed + (running ? System.nanoTime() - since : 0);
    }

    synchronized void run() {
        since = System.nanoTime();
        running = true;
    }

    synchronized void freeze() {
        passed += running ? System.nanoTime() - since : 0;
        running = false;
    }

    /** The clock leaps, and everything that is due then has been done. */
    void pass(Duration time) throws InterruptedException {
        synchronized (this) {
            passed += time.toNanos();
        }
        settle();
    }

    /**
     * While nothing comes in only the server's tick reads the clock, before anything else that it
     * does: with the second reading the first tick is over. Nothing ticks where nothing is open.
     */
    void settle() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMillis(MOST_READINGS_AWAITED_MILLIS).toNanos();
        synchronized (this) {
            long first = readings;
            while (open() > 0 && readings < first + 2 && System.nanoTime() < end) {
                wait(20);
            }
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private record Config() implements TftpConfig {
        @Override
        public Sockets sockets() {
            return Sockets.LINUX;
        }

        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public String host() {
            return "127.0.0.1";
        }

        @Override
        public int port() {
            return 0;
        }

        @Override
        public ReplyFrom replyFrom() {
            return ReplyFrom.NEW_PORT;
        }

        /** More than all the fuzzer's networks may have: an honest client's has room. */
        @Override
        public int transfers() {
            return 1_000;
        }

        @Override
        public int transfersOfANetwork() {
            return OF_A_NETWORK;
        }

        @Override
        public int unheardOfANetwork() {
            return UNHEARD;
        }

        @Override
        public int blockSize() {
            return 1468;
        }

        @Override
        public int windowSize() {
            return 64;
        }

        /** So little that some are put off with single blocks. */
        @Override
        public MemorySize windows() {
            return new MemorySize(BigInteger.valueOf(2_000_000));
        }

        @Override
        public MemorySize files() {
            return new MemorySize(BigInteger.valueOf(64_000_000));
        }
    }
}
