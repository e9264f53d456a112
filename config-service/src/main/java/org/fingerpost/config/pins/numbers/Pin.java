package org.fingerpost.config.pins.numbers;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.security.SecureRandom;
import org.fingerpost.config.secrets.PinKey;

/** What a person types to claim a phone. It is shown once, to its provider, and never kept. */
public final class Pin {
    private static final int TEN = 10;

    private final String digits;

    private Pin(String digits) {
        this.digits = digits;
    }

    /**
     * What somebody typed; spaces and hyphens only help the eye. Any text is a PIN, if a wrong one.
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Pin typed(String text) {
        return new Pin(text.replaceAll("[\\s\\u00a0-]", ""));
    }

    /** A new one, and none of those that are tried first: 00000000, 12345678, 97531. */
    public static Pin draw(int length, SecureRandom random) {
        StringBuilder drawn = new StringBuilder(length);
        do {
            drawn.setLength(0);
            for (int i = 0; i < length; i++) {
                drawn.append((char) ('0' + random.nextInt(TEN)));
            }
        } while (climbsEvenly(drawn));
        return new Pin(drawn.toString());
    }

    public byte[] hash(PinKey key) {
        return key.hash(digits);
    }

    /** The PIN itself: for the answer to whoever had it made. */
    public String reveal() {
        return digits;
    }

    @Override
    public String toString() {
        return "Pin[…]";
    }

    private static boolean climbsEvenly(CharSequence digits) {
        int step = step(digits, 1);
        for (int i = 2; i < digits.length(); i++) {
            if (step(digits, i) != step) {
                return false;
            }
        }
        return true;
    }

    private static int step(CharSequence digits, int at) {
        return Math.floorMod(digits.charAt(at) - digits.charAt(at - 1), TEN);
    }
}
