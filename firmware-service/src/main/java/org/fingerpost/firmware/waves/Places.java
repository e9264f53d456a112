package org.fingerpost.firmware.waves;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.rule.Salt;

/** Where the phones that are known stand in a rollout, in order. */
public final class Places {
    private final long[] sorted;

    private Places(long[] sorted) {
        this.sorted = sorted;
    }

    /**
     * @param macs of the phones that the rollout chooses, each once
     */
    public static Places of(Salt salt, LongStream macs) {
        long[] places = macs.map(mac -> salt.place(new MacAddress(mac))).toArray();
        Arrays.sort(places);
        return new Places(places);
    }

    public long phones() {
        return sorted.length;
    }

    /** Below which place a rollout must be open to be as far as that. */
    public long limit(WaveSize size) {
        return switch (size) {
            case WaveSize.Percent(int percent) -> Salt.PLACES * percent / WaveSize.ALL;
            // Two phones may share a place: then both are let in.
            case WaveSize.Count(long phones) ->
                    phones >= sorted.length ? Salt.PLACES : sorted[(int) phones - 1] + 1;
        };
    }

    /** How many phones stand from one place on, and below the other. */
    public long between(long from, long below) {
        return (long) first(below) - first(from);
    }

    private int first(long place) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
