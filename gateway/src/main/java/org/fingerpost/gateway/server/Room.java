package org.fingerpost.gateway.server;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.fingerpost.gateway.transfer.Limits;
import org.fingerpost.gateway.transfer.Terms;
import org.fingerpost.gateway.upstream.Source;

/** How many transfers there may be, how many of one network's, and how large. */
final class Room {
    /** Windows are kept small enough that many fit: this is 22 blocks of 1468 bytes. */
    private static final int WINDOW_BYTES = 32 * 1024;

    /** What a transfer keeps at most is less than so many windows: {@link Terms#mostHeld}. */
    private static final int WINDOWS_KEPT = 3;

    /** At least one block. */
    private final int windowBytes;

    private final int most;
    private final int mostOfANetwork;
    private final int mostUnheard;
    private final long mostBytes;
    private final Limits limits;
    private final long mostHeld;
    private final Map<Network, Integer> open = new HashMap<>();
    private final Map<Network, Integer> unheard = new HashMap<>();

    /** How many transfers read each file. */
    private final Map<Source, Integer> held = new IdentityHashMap<>();

    private long heldBytes;
    private int taken;
    private long bytes;

    Room(TftpConfig config) {
        this.most = config.transfers();
        this.mostOfANetwork =
                config.transfersOfANetwork() > 0
                        ? config.transfersOfANetwork()
                        : Math.max(1, most / 4);
        this.mostHeld = config.files().asLongValue();
        this.mostUnheard = config.unheardOfANetwork();
        this.mostBytes = config.windows().asLongValue();
        this.windowBytes = Math.max(WINDOW_BYTES, config.blockSize());
        this.limits = new Limits(config.blockSize(), config.windowSize(), windowBytes);
    }

    /** A place for one more, which has not been heard of. */
    boolean take(Network network) {
        if (taken >= most
                || open.getOrDefault(network, 0) >= mostOfANetwork
                || unheard.getOrDefault(network, 0) >= mostUnheard) {
            return false;
        }
        taken++;
        open.merge(network, 1, Integer::sum);
        unheard.merge(network, 1, Integer::sum);
        return true;
    }

    void heard(Network network) {
        one(unheard, network);
    }

    void leave(Network network) {
        taken--;
        one(open, network);
    }

    private static <K> void one(Map<K, Integer> counts, K less) {
        counts.computeIfPresent(less, (_, count) -> count > 1 ? count - 1 : null);
    }

    /** Room for the bytes of a file, which count once however many read them. */
    boolean hold(Source file) {
        if (!held.containsKey(file)) {
            if (heldBytes + file.held() > mostHeld) {
                return false;
            }
            heldBytes += file.held();
        }
        held.merge(file, 1, Integer::sum);
        return true;
    }

    void letGo(Source file) {
        one(held, file);
        if (!held.containsKey(file)) {
            heldBytes -= file.held();
        }
    }

    int taken() {
        return taken;
    }

    /** What may be agreed to with what memory is left. */
    Limits limits() {
        return bytes + (long) WINDOWS_KEPT * windowBytes <= mostBytes ? limits : Limits.least();
    }

    void claim(long more) {
        bytes += more;
    }
}
