package org.fingerpost.firmware.waves;

import java.util.Arrays;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.rule.Salt;

/** Where the phones that are known stand in a rollout, in order. */
public final class Places {
    private final long[] all;
    private final long[] waiting;

    private Places(long[] all, long[] waiting) {
        this.all = all;
        this.waiting = waiting;
    }

    /**
     * @param all the phones that the rollout chooses, each once
     * @param waiting those of them that do not run its release
     */
    public static Places of(Salt salt, long[] all, long[] waiting) {
        return new Places(sorted(salt, all), sorted(salt, waiting));
    }

    private static long[] sorted(Salt salt, long[] macs) {
        long[] places =
                Arrays.stream(macs).map(mac -> salt.place(new MacAddress(mac))).toArray();
        Arrays.sort(places);
        return places;
    }

    /** Below which place a rollout must be open to be as far as that. */
    public long limit(WaveSize size) {
        return switch (size) {
            case WaveSize.Percent(int percent) -> Salt.PLACES * percent / WaveSize.ALL;
            // Two phones may share a place: then both are let in.
            case WaveSize.Count(long phones) ->
                    phones >= all.length ? Salt.PLACES : all[(int) phones - 1] + 1;
        };
    }

    /** How many phones that wait for the release stand from one place on, and below the other. */
    public long between(long from, long below) {
        return (long) first(below) - first(from);
    }

    private int first(long place) {
        int low = 0;
        int high = waiting.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (waiting[middle] < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
