package org.fingerpost.config.imports.lists;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.fingerpost.problems.Problem;

/**
 * How a list is spelt. What is UTF-8 throughout is UTF-8; everything else is Latin-1, with what
 * Windows has put into its gaps. The bytes decide, not what the sender says of them.
 */
public enum Encoding {
    UTF_8(StandardCharsets.UTF_8),
    LATIN_1(Charset.forName("windows-1252"));

    private final Charset charset;

    Encoding(Charset charset) {
        this.charset = charset;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Encoding of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /**
     * The text of cells that were read byte by byte.
     *
     * @throws Problem if one holds bytes that are no text
     */
    public List<String> text(List<String> raw) {
        return raw.stream().map(this::text).toList();
    }

    private String text(String raw) {
        byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw Problem.invalid(
                    "invalid-field", "the row has a byte that is neither UTF-8 nor Latin-1");
        }
    }
}
