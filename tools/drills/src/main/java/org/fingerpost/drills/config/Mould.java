package org.fingerpost.drills.config;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What the file of any phone must be to the byte, from that of one: no other phone's differs in
 * more than its address, its token and its number.
 *
 * <p>The head of a binary is worked out anew for each, as docs/formats/cfg-binary.md draws it.
 */
final class Mould {
    private static final int HEAD = 16;
    private static final byte[] BLANK = {'\r', '\n', '\r', '\n'};

    private final String xml;
    private final String body;

    private Mould(String xml, String body) {
        this.xml = xml;
        this.body = body;
    }

    /** What one phone's files differ in from another's. */
    record Own(String mac, String token, long number) {
        /** Each of them stands nowhere else in a file. */
        String poured(String mould) {
            return mould.replace("{mac}", mac)
                    .replace("{token}", token)
                    .replace("{number}", Long.toString(number));
        }

        String taken(String file) {
            return file.replace(mac, "{mac}")
                    .replace(token, "{token}")
                    .replace(Long.toString(number), "{number}");
        }
    }

    /** Throws {@link IllegalStateException} if the binary is not as it is drawn. */
    static Mould of(Own own, byte[] xml, byte[] binary) {
        int end = binary.length - (binary[binary.length - 1] == 0 ? 1 : 0);
        String body = new String(binary, HEAD, end - HEAD, StandardCharsets.ISO_8859_1);
        Mould mould =
                new Mould(own.taken(new String(xml, StandardCharsets.ISO_8859_1)), own.taken(body));
        if (!Arrays.equals(mould.binary(own), binary) || !mould.xml.contains("{number}")) {
            throw new IllegalStateException("the first file is not as its format says");
        }
        return mould;
    }

    byte[] xml(Own own) {
        return own.poured(xml).getBytes(StandardCharsets.ISO_8859_1);
    }

    byte[] binary(Own own) {
        byte[] filled = own.poured(body).getBytes(StandardCharsets.ISO_8859_1);
        int size = HEAD + filled.length + filled.length % 2;
        ByteArrayOutputStream file = new ByteArrayOutputStream(size);
        file.writeBytes(ByteBuffer.allocate(6).putInt(size / 2).array());
        file.writeBytes(HexFormat.of().parseHex(own.mac()));
        file.writeBytes(BLANK);
        file.writeBytes(filled);
        byte[] whole = Arrays.copyOf(file.toByteArray(), size);
        ByteBuffer words = ByteBuffer.wrap(whole);
        int sum = 0;
        for (int at = 0; at < size; at += 2) {
            sum += words.getShort(at);
        }
        words.putShort(4, (short) -sum);
        return whole;
    }
}
