package org.fingerpost.replica.disk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Keys as they lie in RocksDB, from one on and up to another.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record Stretch(byte[] from, byte[] to) {
    /**
     * A stretch is cut where keys differ in so many bytes behind the prefix: in the key of a
     * numbered thing these are its first digits, which makes up to some hundred stretches.
     */
    private static final int CUT = 2;

    /** All keys that begin so. */
    static Stretch of(String prefix) {
        byte[] from = RowFormat.key(prefix);
        return new Stretch(from, next(from));
    }

    /** Whether a key that is not before the stretch is in it. */
    boolean reaches(byte[] key) {
        return Arrays.compareUnsigned(key, to) < 0;
    }

    /** Where the part begins that this key is in. */
    byte[] cut(byte[] key) {
        return Arrays.copyOf(key, Math.min(key.length, from.length + CUT));
    }

    /** The least key that may be in the part after the one that begins so. */
    byte[] behind(byte[] cut) {
        return cut.length < from.length + CUT ? Arrays.copyOf(cut, cut.length + 1) : next(cut);
    }

    /** The parts that begin at these cuts. */
    List<Stretch> between(List<byte[]> cuts) {
        List<Stretch> parts = new ArrayList<>();
        for (int i = 0; i < cuts.size(); i++) {
            parts.add(new Stretch(cuts.get(i), i + 1 < cuts.size() ? cuts.get(i + 1) : to));
        }
        return parts;
    }

    /** The least key that does not begin so. No byte of UTF-8 is the highest there is. */
    private static byte[] next(byte[] start) {
        byte[] next = start.clone();
        next[next.length - 1]++;
        return next;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Stretch stretch
                && Arrays.equals(from, stretch.from)
                && Arrays.equals(to, stretch.to);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(from) + Arrays.hashCode(to);
    }
}
