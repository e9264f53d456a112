package org.fingerpost.config.imports.lists;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fingerpost.problems.Problem;
import org.junit.jupiter.api.Test;

/** Device lists in whatever bytes they come. */
class ListEncodingTest extends ListSample {
    @Test
    void whatIsUtf8IsUtf8AndTheRestIsLatin1AsWindowsHasIt() throws IOException {
        String list = HEADER + ROW;
        for (byte[] bytes :
                List.of(
                        list.getBytes(UTF_8),
                        ("\ufeff" + list).getBytes(UTF_8),
                        list.replace("\n", "\r\n").getBytes(UTF_8),
                        list.replace("\n", "\r").getBytes(ISO_8859_1),
                        list.getBytes(ISO_8859_1))) {
            assertThat(value(bytes)).isEqualTo("Gr\u00fc\u00dfe");
        }
        assertThat(value((HEADER + "000b82123456,GXP2160,,\u20ac 5").getBytes("windows-1252")))
                .isEqualTo("\u20ac 5");
    }

    @Test
    void utf16IsRefused() {
        assertThatThrownBy(() -> open(("\ufeff" + HEADER + ROW).getBytes(UTF_16LE)))
                .isInstanceOf(Problem.class);
    }

    @Property(tries = 1000)
    void anyBytesAreAListOrRefused(@ForAll("bytes") byte[] bytes) throws IOException {
        try {
            DeviceList list = open(bytes);
            for (List<String> cells : all(list)) {
                try {
                    list.columns().read(list.encoding().text(cells));
                } catch (Problem e) {
                    assertThat(e.status()).isEqualTo(422);
                }
            }
        } catch (Problem e) {
            assertThat(e.type()).isEqualTo("import-unreadable");
        }
    }

    @Property(tries = 1000)
    void theEncodingIsUtf8WhereTheDecoderOfJavaSaysSo(@ForAll("bytes") byte[] bytes)
            throws IOException {
        EncodingWatch watch = new EncodingWatch(new ByteArrayInputStream(bytes));
        watch.readAllBytes();

        assertThat(watch.encoding()).isEqualTo(isUtf8(bytes) ? Encoding.UTF_8 : Encoding.LATIN_1);
    }

    @Provide
    Arbitrary<byte[]> bytes() {
        Arbitrary<byte[]> pieces =
                Arbitraries.of(
                                HEADER,
                                ROW,
                                "\"",
                                ",",
                                "\r",
                                "\n",
                                "\u00e9",
                                "\u20ac",
                                "\ud83d\ude00",
                                "\ufeff",
                                "000b82123456,GXP2160,",
                                "${}",
                                "\u0000",
                                "x".repeat(9000))
                        .map(text -> text.getBytes(UTF_8));
        Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(4);
        return Arbitraries.oneOf(pieces, noise)
                .list()
                .ofMaxSize(8)
                .map(ListEncodingTest::joined)
                .flatMap(tail ->
                        Arbitraries.of("", HEADER, "\ufeff" + HEADER)
                                .map(head -> joined(List.of(head.getBytes(UTF_8), tail))));
    }

    private static byte[] joined(List<byte[]> parts) {
        ByteBuffer all = ByteBuffer.allocate(parts.stream().mapToInt(part -> part.length).sum());
        parts.forEach(all::put);
        return all.array();
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
