package org.fingerpost.formats.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A file's octets as text: by the byte order mark, else UTF-8 if they are, else Windows-1252 if
 * there are octets that only it has a character for, else ISO 8859-1, as which any octets can be
 * read.
 *
 * @param text without the mark
 * @param mark octets of the byte order mark: 0, 2 or 3
 */
public record DecodedText(String text, Charset charset, int mark) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Those of 80 to 9F that Windows-1252 leaves free. */
    private static final String NOT_WINDOWS = "\u0081\u008d\u008f\u0090\u009d";

    /** The text, unless a byte order mark promises an encoding that the octets are not. */
    public static Optional<DecodedText> of(byte[] file) {
        if (startsWith(file, 0xfe, 0xff)) {
            return decoded(file, 2, StandardCharsets.UTF_16BE);
        }
        if (startsWith(file, 0xff, 0xfe)) {
            return decoded(file, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(file, 0xef, 0xbb, 0xbf)) {
            return decoded(file, 3, StandardCharsets.UTF_8);
        }
        return decoded(file, 0, StandardCharsets.UTF_8)
                .or(() -> decoded(file, 0, ofOneOctet(file)));
    }

    /** The text, with U+FFFD for octets that are not of the encoding that the mark promises. */
    public static DecodedText leniently(byte[] file) {
        return of(file).orElseGet(() -> {
            int mark = file[0] == (byte) 0xef ? 3 : 2;
            Charset charset =
                    mark == 3
                            ? StandardCharsets.UTF_8
                            : file[0] == (byte) 0xfe
                                    ? StandardCharsets.UTF_16BE
                                    : StandardCharsets.UTF_16LE;
            String text = new String(file, mark, file.length - mark, charset);
            return new DecodedText(text, charset, mark);
        });
    }

    /** True if neither a mark nor the octets themselves tell the encoding. */
    public boolean isGuessed() {
        return charset.equals(WINDOWS) || charset.equals(StandardCharsets.ISO_8859_1);
    }

    /** Octets of the file for that part of the text. */
    int octets(int from, int to) {
        if (isGuessed()) {
            return to - from;
        }
        if (!charset.equals(StandardCharsets.UTF_8)) {
            return 2 * (to - from);
        }
        int octets = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            // Half of a pair that has four octets.
            octets += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return octets;
    }

    /** Without the text, which holds secrets. */
    @Override
    public String toString() {
        return charset + (mark > 0 ? ", with a byte order mark" : "");
    }

    private static Optional<DecodedText> decoded(byte[] file, int mark, Charset charset) {
        try {
            var octets = ByteBuffer.wrap(file, mark, file.length - mark);
            String text = charset.newDecoder().decode(octets).toString();
            return Optional.of(new DecodedText(text, charset, mark));
        } catch (CharacterCodingException not) {
            return Optional.empty();
        }
    }

    private static Charset ofOneOctet(byte[] file) {
        boolean windows = false;
        for (byte octet : file) {
            int value = octet & 0xff;
            if (NOT_WINDOWS.indexOf(value) >= 0) {
                return StandardCharsets.ISO_8859_1;
            }
            windows |= value >= 0x80 && value < 0xa0;
        }
        return windows ? WINDOWS : StandardCharsets.ISO_8859_1;
    }

    private static boolean startsWith(byte[] file, int... octets) {
        if (file.length < octets.length) {
            return false;
        }
        for (int i = 0; i < octets.length; i++) {
            if ((file[i] & 0xff) != octets[i]) {
                return false;
            }
        }
        return true;
    }
}
