package org.fingerpost.formats.markup;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a document's octets become UTF-8: by its byte order mark, else by its declaration (XML 1.0,
 * 4.3.3 and appendix F), else as they are.
 *
 * @param mark octets of the byte order mark: 0, 2 or 3
 * @param utf8 the document without its mark, as UTF-8
 */
public record Encoding(Charset charset, int mark, byte[] utf8) {

    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

    private static final VarHandle EIGHT_OCTETS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    /** A declaration is shorter. */
    private static final int DECLARATION = 200;

    /**
     * @throws MarkupException if the octets are not of the encoding that they are said to be
     */
    public static Encoding of(byte[] document) {
        if (startsWith(document, 0xfe, 0xff)) {
            return decoded(document, 2, StandardCharsets.UTF_16BE);
        }
        if (startsWith(document, 0xff, 0xfe)) {
            return decoded(document, 2, StandardCharsets.UTF_16LE);
        }
        int mark = startsWith(document, 0xef, 0xbb, 0xbf) ? 3 : 0;
        byte[] unmarked = mark > 0 ? Arrays.copyOfRange(document, 3, document.length) : document;
        if (isAscii(unmarked)) {
            return new Encoding(StandardCharsets.UTF_8, mark, unmarked);
        }
        Charset charset = mark > 0 ? StandardCharsets.UTF_8 : declared(unmarked);
        return charset.equals(StandardCharsets.UTF_8)
                ? new Encoding(charset, mark, checked(unmarked))
                : decoded(unmarked, 0, charset);
    }

    private static Charset declared(byte[] document) {
        var head =
                new String(
                        document,
                        0,
                        Math.min(DECLARATION, document.length),
                        StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(head);
        if (!declared.find()) {
            return StandardCharsets.UTF_8;
        }
        return known(declared.group(1))
                .orElseThrow(() ->
                        new MarkupException(
                                declared.start(1), 1, "an encoding that no phone's file has"));
    }

    private static Optional<Charset> known(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "utf-8", "utf8", "us-ascii", "ascii" -> Optional.of(StandardCharsets.UTF_8);
            case "iso-8859-1", "latin1", "iso8859-1" -> Optional.of(StandardCharsets.ISO_8859_1);
            case "windows-1252", "cp1252" -> Optional.of(Charset.forName("windows-1252"));
            default -> Optional.empty();
        };
    }

    private static Encoding decoded(byte[] document, int from, Charset charset) {
        try {
            byte[] utf8 =
                    charset.newDecoder()
                            .decode(ByteBuffer.wrap(document, from, document.length - from))
                            .toString()
                            .getBytes(StandardCharsets.UTF_8);
            return new Encoding(charset, from, utf8);
        } catch (CharacterCodingException wrong) {
            throw new MarkupException(from, 1, "the bytes are not " + charset.name());
        }
    }

    private static byte[] checked(byte[] document) {
        var octets = ByteBuffer.wrap(document);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(octets);
            return document;
        } catch (CharacterCodingException wrong) {
            // The decoder stops where the malformed octets begin.
            int at = octets.position();
            throw new MarkupException(at, Lines.at(document, at), "the bytes here are not UTF-8");
        }
    }

    /** Eight at a time: one by one is a tenth of the time that a file takes. */
    private static boolean isAscii(byte[] document) {
        long seen = 0;
        int i = 0;
        for (; i + 7 < document.length; i += 8) {
            seen |= (long) EIGHT_OCTETS.get(document, i);
        }
        for (; i < document.length; i++) {
            seen |= document[i];
        }
        return (seen & 0x8080_8080_8080_8080L) == 0;
    }

    private static boolean startsWith(byte[] document, int... octets) {
        if (document.length < octets.length) {
            return false;
        }
        for (int i = 0; i < octets.length; i++) {
            if ((document[i] & 0xff) != octets[i]) {
                return false;
            }
        }
        return true;
    }
}
