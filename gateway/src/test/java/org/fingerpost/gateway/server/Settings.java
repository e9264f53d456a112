package org.fingerpost.gateway.server;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;

/** A server's settings in a test. */
record Settings(
        String host,
        int port,
        ReplyFrom replyFrom,
        int transfers,
        int unheardOfANetwork,
        MemorySize windows,
        Sockets sockets)
        implements TftpConfig {
    static final Settings USUAL =
            new Settings(
                    "127.0.0.1",
                    0,
                    ReplyFrom.NEW_PORT,
                    10_000,
                    256,
                    size(64 * 1024 * 1024),
                    Sockets.LINUX);

    static MemorySize size(long bytes) {
        return new MemorySize(BigInteger.valueOf(bytes));
    }

    Settings answeringFrom(ReplyFrom from) {
        return new Settings(host, port, from, transfers, unheardOfANetwork, windows, sockets);
    }

    Settings atAllAddresses() {
        return new Settings(
                "0.0.0.0", port, replyFrom, transfers, unheardOfANetwork, windows, sockets);
    }

    Settings at(int chosen) {
        return new Settings(
                host, chosen, replyFrom, transfers, unheardOfANetwork, windows, sockets);
    }

    Settings over(Sockets chosen) {
        return new Settings(host, port, replyFrom, transfers, unheardOfANetwork, windows, chosen);
    }

    Settings withRoomFor(int most, int mostUnheard) {
        return new Settings(host, port, replyFrom, most, mostUnheard, windows, sockets);
    }

    /** As many as there are at all: what comes from this machine is one network. */
    @Override
    public int transfersOfANetwork() {
        return transfers;
    }

    @Override
    public MemorySize files() {
        return size(1024 * 1024);
    }

    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    public int blockSize() {
        return 1468;
    }

    @Override
    public int windowSize() {
        return 64;
    }
}
