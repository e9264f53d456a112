package org.fingerpost.firmware.waves;

/**
 * What some phones of a wave's panel did.
 *
 * @param phones that were known when the wave opened and had something to gain
 * @param fetched how many took the release, or came with it; the next two are among them
 * @param succeeded how many came back with it
 * @param failed how many did not come back, or with what they had
 */
public record Tally(long phones, long fetched, long succeeded, long failed) {
    public Tally {
        if (phones < 0 || succeeded < 0 || failed < 0 || succeeded + failed > fetched) {
            throw new IllegalArgumentException(
                    "a phone counts once: " + fetched + ", " + succeeded + ", " + failed);
        }
    }

    /** How many fetched and have not been heard of since. */
    public long pending() {
        return fetched - succeeded - failed;
    }
}
