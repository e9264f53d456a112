package org.fingerpost.fuzz.port;

import java.util.Locale;
import java.util.Map;

/**
 * What came of a flood.
 *
 * @param garbled datagrams that the server took for no packets
 * @param crowded requests for which there was no room
 * @param honest files that were fetched meanwhile
 * @param ofTheMute packets of those who acknowledge nothing
 * @param toTheMute packets that they were sent
 * @param memoryGrown in bytes, from one rest to the last
 * @param findings what did not hold, and how often
 */
record Report(
        long seed,
        long packets,
        long nanos,
        long garbled,
        long crowded,
        int honest,
        long ofTheMute,
        long toTheMute,
        int mostOpen,
        long memoryGrown,
        Map<String, Integer> findings) {
    private static final double MIB = 1024 * 1024;

    String summary() {
        return String.format(
                Locale.ROOT,
                "%s: %,d packets in %.1f s, %,d of them garbled, %,d without room; %,d honest files"
                    + " right; %.2f packets to the mute for each of theirs; %d transfers at most;"
                    + " memory %+.1f MiB; seed %d",
                findings.isEmpty() ? "nothing found" : findings.size() + " FINDINGS",
                packets,
                nanos / 1e9,
                garbled,
                crowded,
                honest,
                (double) toTheMute / Math.max(1, ofTheMute),
                mostOpen,
                memoryGrown / MIB,
                seed);
    }
}
