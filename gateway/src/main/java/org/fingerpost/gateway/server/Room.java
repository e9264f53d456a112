package org.fingerpost.gateway.server;

import java.util.HashMap;
import java.util.Map;
import org.fingerpost.gateway.transfer.Limits;

/** How many transfers there may be, how many of one network's without a word, and how large. */
final class Room {
    /** Windows are kept small enough that many fit: this is 22 blocks of 1468 bytes. */
    private static final int WINDOW_BYTES = 32 * 1024;

    private final int most;
    private final int mostUnheard;
    private final long mostBytes;
    private final Limits limits;
    private final Map<Network, Integer> unheard = new HashMap<>();
    private int taken;
    private long bytes;

    Room(TftpConfig config) {
        this.most = config.transfers();
        this.mostUnheard = config.unheardOfANetwork();
        this.mostBytes = config.windows().asLongValue();
        this.limits = new Limits(config.blockSize(), config.windowSize(), WINDOW_BYTES);
    }

    /** A place for one more, which has not been heard of. */
    boolean take(Network network) {
        if (taken >= most || unheard.getOrDefault(network, 0) >= mostUnheard) {
            return false;
        }
        taken++;
        unheard.merge(network, 1, Integer::sum);
        return true;
    }

    void heard(Network network) {
        unheard.computeIfPresent(network, (_, count) -> count > 1 ? count - 1 : null);
    }

    void leave() {
        taken--;
    }

    int taken() {
        return taken;
    }

    /** What may be agreed to with what memory is left. */
    Limits limits() {
        return bytes + WINDOW_BYTES <= mostBytes ? limits : Limits.least();
    }

    void claim(long windowBytes) {
        bytes += windowBytes;
    }
}
