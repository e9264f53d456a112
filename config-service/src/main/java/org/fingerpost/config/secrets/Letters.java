package org.fingerpost.config.secrets;

/** 120 bits as 24 characters of lower-case base 32. */
final class Letters {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 24;
    private static final int BITS = 5;

    private Letters() {}

    /** The first 120 bits. */
    static String of(byte[] hash) {
        StringBuilder text = new StringBuilder(LENGTH);
        int buffer = 0;
        int held = 0;
        int next = 0;
        while (text.length() < LENGTH) {
            if (held < BITS) {
                buffer = (buffer << Byte.SIZE | hash[next++] & 0xff) & 0xffff;
                held += Byte.SIZE;
            }
            held -= BITS;
            text.append(ALPHABET.charAt(buffer >>> held & 31));
        }
        return text.toString();
    }
}
