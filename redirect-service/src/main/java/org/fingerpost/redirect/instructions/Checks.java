package org.fingerpost.redirect.instructions;

import org.fingerpost.formats.mac.MacAddress;

/**
 * When phones look for new files.
 *
 * @param intervalMinutes between two looks (P193); 0 leaves the phone's own
 * @param spreadMinutes how far from the interval a phone's own may lie, to either side
 * @param key by which a phone's place within the spread is drawn
 */
public record Checks(
        AutoUpgrade autoUpgrade, int intervalMinutes, int spreadMinutes, SpreadKey key) {
    public static final Checks KEEP = new Checks(AutoUpgrade.KEEP, 0, 0, SpreadKey.NONE);

    /** GXP and GRP take 60 to 86400, others more: within these bounds every family is content. */
    private static final int SHORTEST = 60;

    private static final int LONGEST = 86_400;

    public Checks {
        if (spreadMinutes < 0 || intervalMinutes < 0) {
            throw new IllegalArgumentException("minutes are not negative");
        }
        if (intervalMinutes == 0 && spreadMinutes > 0) {
            throw new IllegalArgumentException(
                    "spreadInterval needs a checkIntervalMinutes that it could spread");
        }
        // The subtraction cannot wrap, as an addition could.
        if (intervalMinutes > 0
                && (intervalMinutes > LONGEST
                        || spreadMinutes > LONGEST - intervalMinutes
                        || intervalMinutes - spreadMinutes < SHORTEST)) {
            throw new IllegalArgumentException(
                    "checkIntervalMinutes, with spreadInterval to either side, lies within "
                            + SHORTEST
                            + " and "
                            + LONGEST
                            + ": what all families take");
        }
    }

    public boolean areSpread() {
        return spreadMinutes > 0;
    }

    public int shortestMinutes() {
        return intervalMinutes - spreadMinutes;
    }

    public int longestMinutes() {
        return intervalMinutes + spreadMinutes;
    }

    /** The interval of one phone, the same at every door and every time. */
    public int minutes(MacAddress mac) {
        return areSpread()
                ? shortestMinutes() + key.draw(mac, 2 * spreadMinutes + 1)
                : intervalMinutes;
    }

    public Checks with(SpreadKey drawn) {
        return new Checks(autoUpgrade, intervalMinutes, spreadMinutes, drawn);
    }
}
