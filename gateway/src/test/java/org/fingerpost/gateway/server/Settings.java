package org.fingerpost.gateway.server;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;

/** A server's settings in a test. */
record Settings(
        int port, ReplyFrom replyFrom, int transfers, int unheardOfANetwork, MemorySize windows)
        implements TftpConfig {
    static final Settings USUAL =
            new Settings(0, ReplyFrom.NEW_PORT, 10_000, 256, size(64 * 1024 * 1024));

    static MemorySize size(long bytes) {
        return new MemorySize(BigInteger.valueOf(bytes));
    }

    Settings answeringFrom(ReplyFrom from) {
        return new Settings(port, from, transfers, unheardOfANetwork, windows);
    }

    Settings at(int chosen) {
        return new Settings(chosen, replyFrom, transfers, unheardOfANetwork, windows);
    }

    Settings withRoomFor(int most, int mostUnheard) {
        return new Settings(port, replyFrom, most, mostUnheard, windows);
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
    public String host() {
        return "127.0.0.1";
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
