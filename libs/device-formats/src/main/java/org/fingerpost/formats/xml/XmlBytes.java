package org.fingerpost.formats.xml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.fingerpost.formats.pvalue.Setting;

/** The file as it grows. Works on UTF-8, in which no octet of a longer character is ASCII. */
final class XmlBytes {

    private static final byte[][] ENTITIES = new byte[256][];
    private static final int LONGEST_ENTITY = 6;
    private static final byte[] OPENING = ascii("<P");
    private static final byte[] OPENED = ascii(">");
    private static final byte[] CLOSING = ascii("</P");
    private static final byte[] CLOSED = ascii(">\n");

    static {
        entity('&', "&amp;");
        entity('<', "&lt;");
        entity('>', "&gt;");
        entity('"', "&quot;");
        entity('\'', "&apos;");
        // A reader would turn a bare one into a line feed: XML 1.0 section 2.11.
        entity('\r', "&#13;");
    }

    private byte[] out;
    private int end;

    XmlBytes(int firstGuess) {
        out = new byte[firstGuess];
    }

    byte[] finished() {
        return Arrays.copyOf(out, end);
    }

    int length() {
        return end;
    }

    /** Markup, as it is. */
    void plain(byte[] markup) {
        plain(markup, 0, markup.length);
    }

    /** A part of it. */
    void plain(byte[] markup, int from, int to) {
        makeRoom(to - from);
        System.arraycopy(markup, from, out, end, to - from);
        end += to - from;
    }

    /** One setting. */
    void line(Setting setting) {
        int number = setting.p().number();
        plain(OPENING);
        number(number);
        plain(OPENED);
        text(setting.value());
        plain(CLOSING);
        number(number);
        plain(CLOSED);
    }

    /** A number of up to ten digits. */
    void number(int number) {
        makeRoom(10);
        int from = end++;
        for (int rest = number; rest >= 10; rest /= 10) {
            end++;
        }
        for (int i = end - 1, rest = number; i >= from; i--, rest /= 10) {
            out[i] = (byte) ('0' + rest % 10);
        }
    }

    /** A value, escaped. */
    void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        makeRoom((long) LONGEST_ENTITY * utf8.length);
        byte[] to = out;
        int at = end;
        for (byte octet : utf8) {
            byte[] entity = ENTITIES[octet & 0xff];
            if (entity == null) {
                to[at++] = octet;
            } else {
                System.arraycopy(entity, 0, to, at, entity.length);
                at += entity.length;
            }
        }
        end = at;
    }

    private void makeRoom(long more) {
        if (end + more > out.length) {
            out = Arrays.copyOf(out, Math.toIntExact(Math.max(end + more, 2L * out.length)));
        }
    }

    private static void entity(char c, String entity) {
        ENTITIES[c] = ascii(entity);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
