package org.fingerpost.firmware.waves;

import java.time.Duration;

/**
 * What a wave must reach, and what stops a rollout.
 *
 * @param successPercent of a wave's phones that must have come back with the release
 * @param errorPercent of the phones that fetched it: more failures stop the rollout
 * @param leastErrors fewer failures stop nothing, whatever they are in a hundred
 * @param settle for so long after its fetch a phone may go on saying its old version
 * @param back within this time after its fetch a phone must have come back
 */
public record Limits(
        int successPercent, int errorPercent, int leastErrors, Duration settle, Duration back) {
    private static final Duration LONGEST = Duration.ofDays(30);

    public Limits {
        if (successPercent < 1 || successPercent > WaveSize.ALL) {
            throw new IllegalArgumentException("successPercent: from 1 to 100");
        }
        if (errorPercent < 0 || errorPercent >= WaveSize.ALL) {
            throw new IllegalArgumentException("errorPercent: from 0 to 99");
        }
        if (leastErrors < 1) {
            throw new IllegalArgumentException("leastErrors: 1 or more");
        }
        if (!settle.isPositive() || settle.compareTo(back) >= 0 || back.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "settleMinutes is shorter than backMinutes, and that is 30 days at the most");
        }
    }

    /** Are so many failures, among so many phones that fetched, too many? */
    boolean exceeded(long failures, long fetched) {
        return failures >= leastErrors && failures * WaveSize.ALL > fetched * errorPercent;
    }
}
