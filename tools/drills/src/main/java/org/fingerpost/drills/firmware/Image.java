package org.fingerpost.drills.firmware;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The bytes of a release, made of its number.
 *
 * <pre>
 * image = *cell [ part of a cell ]
 * cell  = number position     ; 8 octets each, big-endian; the position is scrambled by the number
 * </pre>
 */
record Image(long number) {
    static final int CELL = 16;

    /** Every image is at least so long. */
    static final int LEAST = 40_000;

    private static final int SPREAD = 200_000;
    private static final long ODD = 0x9e37_79b9_7f4a_7c15L;

    int size() {
        return LEAST + (int) (number * 7_919 % SPREAD);
    }

    byte[] bytes() {
        return slice(0, size());
    }

    /** {@code from} is where a cell begins. */
    byte[] slice(int from, int to) {
        int cells = (to - from + CELL - 1) / CELL;
        ByteBuffer bytes = ByteBuffer.allocate(cells * CELL);
        for (int i = 0; i < cells; i++) {
            bytes.putLong(number).putLong((number + from / CELL + i) * ODD);
        }
        byte[] slice = new byte[to - from];
        bytes.get(0, slice);
        return slice;
    }

    /** Of what image these can be the first bytes. */
    static Image of(byte[] bytes) {
        return new Image(bytes.length < CELL ? 0 : ByteBuffer.wrap(bytes).getLong());
    }

    String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** Higher for a higher number. */
    String version() {
        return "1." + number / 1_000_000 + "." + number / 1_000 % 1_000 + "." + number % 1_000;
    }
}
