package org.fingerpost.cli.dhcp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import org.fingerpost.cli.Ran;
import org.junit.jupiter.api.Test;

class DhcpDecodeCommandTest {
    @Test
    void aPhonesDiscoverTellsItsMacItsClassAndWhatItAsksFor() {
        byte[] message =
                message(
                        option(53, (byte) 1),
                        option(60, "Grandstream GXP2160".getBytes(US_ASCII)),
                        option(12, "phone\n1".getBytes(US_ASCII)),
                        option(55, (byte) 1, (byte) 66, (byte) 43, (byte) 3));
        Ran ran = Ran.on(message, "dhcp", "decode");
        assertThat(ran.exit()).isZero();
        assertThat(ran.text())
                .isEqualTo(
                        """
                        mac           000b82123456
                        vendor class  Grandstream GXP2160
                        host name     phone?1
                        model         GXP2160
                        asks for      66 43
                        """);
    }

    @Test
    void aClassOfAWholeSeriesMeansEachOfItsModels() {
        byte[] message = message(option(60, "HT8XX dslforum.org".getBytes(US_ASCII)));
        assertThat(Ran.on(message, "dhcp", "decode").text())
                .contains("HT801 or ")
                .contains("asks for      no server");
    }

    @Test
    void whatIsAroundTheMessageDoesNotMatter() {
        byte[] message = message(option(60, "Grandstream HT502".getBytes(US_ASCII)));
        byte[] frame = new byte[42 + message.length];
        System.arraycopy(message, 0, frame, 42, message.length);
        assertThat(Ran.on(frame, "dhcp", "decode").text()).contains("000b82123456", "HT502");
        String hex = HexFormat.ofDelimiter(" ").formatHex(frame);
        assertThat(Ran.on(hex, "dhcp", "decode").text()).contains("000b82123456", "HT502");
    }

    @Test
    void whatIsNoMessageIsRefused() {
        assertThat(Ran.on("hello", "dhcp", "decode").err()).contains("no DHCP message");
        byte[] cut = message(option(60, "Grandstream".getBytes(US_ASCII)));
        Ran ran = Ran.on(Arrays.copyOf(cut, cut.length - 5), "dhcp", "decode");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("option 60 at byte 240 goes beyond the end");
    }

    private static byte[] message(byte[]... options) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(new byte[] {1, 1, 6, 0});
        message.writeBytes(new byte[24]);
        message.writeBytes(HexFormat.of().parseHex("000b82123456"));
        message.writeBytes(new byte[10 + 192]);
        message.writeBytes(HexFormat.of().parseHex("63825363"));
        for (byte[] option : options) {
            message.writeBytes(option);
        }
        message.write(255);
        return message.toByteArray();
    }

    private static byte[] option(int number, byte... value) {
        byte[] option = new byte[2 + value.length];
        option[0] = (byte) number;
        option[1] = (byte) value.length;
        System.arraycopy(value, 0, option, 2, value.length);
        return option;
    }
}
