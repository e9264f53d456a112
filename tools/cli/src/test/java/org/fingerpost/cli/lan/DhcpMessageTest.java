package org.fingerpost.cli.lan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.fingerpost.cli.files.Mac;
import org.junit.jupiter.api.Test;

class DhcpMessageTest {
    @Test
    void questionIsWrittenAsTheRfcDrawsIt() {
        var message =
                DhcpMessage.write(
                        0x01020304,
                        new Mac("000b82123456"),
                        new byte[4],
                        Map.of(53, new byte[] {1}, 60, "abc".getBytes()));

        assertThat(message).hasSize(300);
        assertThat(hex(message, 0, 44))
                .isEqualTo(
                        "0101060001020304"
                                + "00008000"
                                + "00".repeat(16)
                                + "000b82123456"
                                + "00".repeat(10));
        assertThat(hex(message, 236, 300))
                .isEqualTo("63825363" + "350101" + "3c03616263" + "ff" + "00".repeat(51));
    }

    @Test
    void optionInPiecesIsOneAndOptionsMayStandInTheNames() {
        var answer = answer("350105" + "340103" + "42036162" + "63" + "ff");
        put(answer, 44, "4201" + "65" + "ff");
        put(answer, 108, "4201" + "64" + "2b020100" + "ff");

        var read = DhcpMessage.read(answer).orElseThrow();

        assertThat(read.type()).isEqualTo(5);
        assertThat(read.text(66)).contains("abcde");
        assertThat(read.options().get(43)).containsExactly(1, 0);
    }

    @Test
    void textMayEndWithNul() {
        assertThat(DhcpMessage.read(answer("4203616200ff")).orElseThrow().text(66)).contains("ab");
    }

    @Test
    void optionThatGoesBeyondTheEndSpoilsTheMessage() {
        assertThat(DhcpMessage.read(answer("4204616263"))).isEmpty();
        assertThat(DhcpMessage.read(answer("42"))).isEmpty();
        var names = answer("340101ff");
        put(names, 108, "42ff61");
        assertThat(DhcpMessage.read(names)).isEmpty();
    }

    @Test
    void questionIsNoAnswer() {
        var question = DhcpMessage.write(1, new Mac("000b82123456"), new byte[4], Map.of());
        assertThat(DhcpMessage.read(question)).isEmpty();
    }

    @Property
    void anyBytesAreEndured(@ForAll @Size(max = 80) byte[] options, @ForAll byte overload) {
        var answer =
                answer(
                        "3401"
                                + HexFormat.of().toHexDigits(overload)
                                + hex(options, 0, options.length));
        System.arraycopy(options, 0, answer, 108, Math.min(128, options.length));
        DhcpMessage.read(answer);
        DhcpMessage.read(options);
    }

    private static byte[] answer(String options) {
        var all = HexFormat.of().parseHex(options);
        var message = new byte[240 + all.length];
        message[0] = 2;
        put(message, 236, "63825363");
        System.arraycopy(all, 0, message, 240, all.length);
        return message;
    }

    private static void put(byte[] message, int at, String hex) {
        var bytes = HexFormat.of().parseHex(hex);
        System.arraycopy(bytes, 0, message, at, bytes.length);
    }

    private static String hex(byte[] bytes, int from, int to) {
        return HexFormat.of().formatHex(bytes, from, to);
    }
}
