package org.fingerpost.drills.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** From one phone's file follows each byte of another's. */
class MouldTest {
    /** Twenty words, no checksum yet, the first phone: as docs/formats/cfg-binary.md draws it. */
    private static final String HEAD = "00000014" + "0000" + "000b82000001" + "0d0a0d0a";

    private final Mould.Own first = new Mould.Own("000b82000001", "a".repeat(24), 700_000_001);
    private final Mould.Own second = new Mould.Own("000b82ffff02", "b".repeat(24), 700_000_002);

    @Test
    void theXmlOfAnotherPhoneHasItsAddressItsTokenAndItsNumber() {
        Mould mould = Mould.of(first, xml(first), binary(first));

        assertThat(mould.xml(second)).isEqualTo(xml(second));
    }

    @Test
    void theBinaryOfAnotherPhoneSumsToZero() {
        Mould mould = Mould.of(first, xml(first), binary(first));

        byte[] other = mould.binary(second);

        assertThat(sum(other)).isZero();
        assertThat(new String(other, StandardCharsets.ISO_8859_1))
                .endsWith("P35=700000002&gnkey=0b82");
        assertThat(HexFormat.of().formatHex(other, 6, 12)).isEqualTo("000b82ffff02");
    }

    @Test
    void aBinaryWithAWrongChecksumMakesNoMould() {
        byte[] wrong = binary(first);
        wrong[4]++;

        assertThatIllegalStateException().isThrownBy(() -> Mould.of(first, xml(first), wrong));
    }

    private static byte[] xml(Mould.Own own) {
        String text =
                "<mac>%s</mac><P35>%d</P35><P237>door/p/key/%s</P237>"
                        .formatted(own.mac(), own.number(), own.token());
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] binary(Mould.Own own) {
        String body = "P35=" + own.number() + "&gnkey=0b82";
        byte[] bytes = (" ".repeat(16) + body).getBytes(StandardCharsets.ISO_8859_1);
        byte[] head = HexFormat.of().parseHex(HEAD);
        System.arraycopy(head, 0, bytes, 0, head.length);
        int checksum = -sum(bytes) & 0xffff;
        bytes[4] = (byte) (checksum >> 8);
        bytes[5] = (byte) checksum;
        return bytes;
    }

    private static int sum(byte[] bytes) {
        int sum = 0;
        for (int at = 0; at < bytes.length; at += 2) {
            sum += (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
        }
        return sum & 0xffff;
    }
}
