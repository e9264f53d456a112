package org.fingerpost.firmware.waves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.rule.Salt;

/** Where the phones that are known stand in a rollout, in order. */
public final class Places {
    /** Of so many a hundredth is told from two, and a wave costs some rows and no more. */
    public static final int MOST_OF_A_PANEL = 10_000;

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
        long[] places = Arrays.stream(macs).map(mac -> salt.place(new MacAddress(mac))).toArray();
        Arrays.sort(places);
        return places;
    }

    /**
     * The phones of a wave whose deeds are counted: those that wait for the release and stand
     * first, a sample that nobody has chosen. Who proves goes before all others: made-up ones take
     * nobody's place.
     *
     * @param proving those of the waiting that prove, in order
     * @param waiting the phones that do not run the release
     * @param from the place from which the wave is open
     * @param below the place below which it is
     */
    public static long[] panel(Salt salt, long[] proving, long[] waiting, long from, long below) {
        return Arrays.stream(waiting)
                .mapToObj(mac ->
                        new Standing(
                                mac,
                                salt.place(new MacAddress(mac)),
                                Arrays.binarySearch(proving, mac) < 0))
                .filter(each -> each.place >= from && each.place < below)
                .sorted(Comparator.comparing(Standing::claims).thenComparingLong(Standing::place))
                .limit(MOST_OF_A_PANEL)
                .mapToLong(Standing::mac)
                .toArray();
    }

    private record Standing(long mac, long place, boolean claims) {}

    /** Below which place a rollout must be open to be as far as that. */
    public long limit(WaveSize size) {
        return switch (size) {
            case WaveSize.Percent(int percent) -> Salt.PLACES * percent / WaveSize.ALL;
            // Two phones may share a place: then both are let in.
            case WaveSize.Count(long phones) ->
                    phones >= all.length ? Salt.PLACES : all[(int) phones - 1] + 1;
        };
    }

    /**
     * As far as a wave opens.
     *
     * @param place below which phones are let in
     * @param phones of this wave that wait for the release
     */
    public record Opening(long place, long phones) {}

    /**
     * The waves that open at once: those in which nobody waits for the release, and the one behind
     * them. If no phone is known at all it is only one, so that the first to come are not all let
     * in.
     *
     * @param left the waves that are not open, in their order
     * @param from the place to which it is open
     */
    public List<Opening> openings(List<WaveSize> left, long from) {
        List<Opening> openings = new ArrayList<>();
        long open = from;
        for (WaveSize size : left) {
            // Of waves by count and by percentage the later one may turn out to be the smaller.
            long to = Math.max(open, limit(size));
            openings.add(new Opening(to, between(open, to)));
            open = to;
            if (all.length == 0 || openings.getLast().phones() > 0) {
                break;
            }
        }
        return openings;
    }

    /**
     * Is a wave in which nobody waited when it opened without phones still, if others are known?
     */
    public boolean isPassed(long from, long below) {
        return all.length > 0 && between(from, below) == 0;
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
