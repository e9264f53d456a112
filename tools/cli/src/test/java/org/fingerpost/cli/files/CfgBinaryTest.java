package org.fingerpost.cli.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.cli.loopback.CfgFiles.binary;
import static org.fingerpost.cli.loopback.CfgFiles.binaryWithBody;
import static org.fingerpost.cli.loopback.CfgFiles.golden;
import static org.fingerpost.cli.loopback.CfgFiles.goldenText;
import static org.fingerpost.cli.loopback.CfgFiles.summed;

import java.util.Arrays;
import java.util.LinkedHashMap;
import org.fingerpost.cli.files.Flaw.Kind;
import org.fingerpost.cli.loopback.CfgFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CfgBinaryTest {
    private static final Mac PHONE = new Mac(CfgFiles.MAC);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01_voipinfo_basic",
                "02_sipx_simple",
                "03_redirect_minimal",
                "04_odd_body",
                "05_body_mod4_0",
                "06_body_mod4_2",
                "07_body_mod4_1",
                "09_spaces",
                "12_empty_values",
                "13_empty_body",
                "14_mac_c074ad",
                "15_mac_ec74d7",
                "16_mac_allff",
                "17_long_value"
            })
    void goldenFileReadsAsItsParameters(String name) {
        var mac = new Mac(goldenText("cfgbin/" + name + ".mac").strip());
        var wanted = new LinkedHashMap<String, String>();
        goldenText("cfgbin/" + name + ".params")
                .lines()
                .map(line -> line.split("=", 2))
                .forEach(pair -> wanted.put(pair[0], pair[1]));

        assertThat(CfgBinary.read(golden("cfgbin/" + name + ".bin"), mac))
                .isInstanceOfSatisfying(
                        Reading.Accepted.class,
                        file -> assertThat(file.values()).containsExactlyEntriesOf(wanted));
    }

    @Test
    void everySingleBitThatFlipsIsNoticed() {
        var mac = new Mac(goldenText("cfgbin/03_redirect_minimal.mac").strip());
        var file = golden("cfgbin/03_redirect_minimal.bin");
        for (var bit = 0; bit < file.length * 8; bit++) {
            var flipped = file.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(CfgBinary.read(flipped, mac))
                    .as("bit %d", bit)
                    .isInstanceOf(Reading.Refused.class);
        }
    }

    @Test
    void everyTruncationIsNoticed() {
        var mac = new Mac(goldenText("cfgbin/03_redirect_minimal.mac").strip());
        var file = golden("cfgbin/03_redirect_minimal.bin");
        for (var length = 0; length < file.length; length++) {
            assertThat(CfgBinary.read(Arrays.copyOf(file, length), mac))
                    .as("%d bytes", length)
                    .isInstanceOf(Reading.Refused.class);
        }
    }

    @Test
    void wrongChecksumIsRefused() {
        var file = binary("P47=sip.example.net");
        file[5]++;

        refused(file, Kind.CHECKSUM);
    }

    @Test
    void wrongLengthIsRefused() {
        var file = binary("P47=sip.example.net");
        file[3]++;

        refused(summed(file), Kind.LENGTH);
    }

    @Test
    void lengthInTheLowSixteenBitsOnlyIsAccepted() {
        var file = binary("P47=" + "x".repeat(140_000));
        file[0] = 0;
        file[1] = 0;

        assertThat(CfgBinary.read(summed(file), PHONE)).isInstanceOf(Reading.Accepted.class);
    }

    @Test
    void otherPhonesFileIsRefused() {
        assertThat(CfgBinary.read(binary("P47=a"), new Mac("000b82123457")))
                .isInstanceOfSatisfying(
                        Reading.Refused.class, why -> assertThat(why.has(Kind.MAC)).isTrue());
    }

    @Test
    void missingLineEndsAreRefused() {
        var file = binary("P47=a");
        file[14] = ' ';

        refused(summed(file), Kind.HEADER);
    }

    @Test
    void gnkeyMustBeLast() {
        refused(binaryWithBody("gnkey=0b82&P47=a"), Kind.GNKEY);
        refused(binaryWithBody("P47=a"), Kind.GNKEY);
        refused(binaryWithBody("P47=a&gnkey=0b83"), Kind.GNKEY);
        refused(binaryWithBody("P47=a-gnkey=0b82"), Kind.GNKEY);
    }

    @Test
    void oddSizeIsRefused() {
        var even = binaryWithBody("P47=ab&gnkey=0b82");
        assertThat(even[even.length - 1]).isZero();

        refused(summed(Arrays.copyOf(even, even.length - 1)), Kind.ODD_SIZE);
    }

    @Test
    void paddingToFourBytesIsAccepted() {
        var padded = summed(withWords(Arrays.copyOf(binary("P2=abc"), 36)));

        assertThat(CfgBinary.read(padded, PHONE)).isInstanceOf(Reading.Accepted.class);
    }

    @Test
    void plusStaysPlusAndEscapesAreUtf8() {
        assertThat(CfgBinary.read(binary("P270=a+b%20%C3%BC%26"), PHONE))
                .isInstanceOfSatisfying(
                        Reading.Accepted.class,
                        file -> assertThat(file.values()).containsEntry("P270", "a+b ü&"));
    }

    @Test
    void brokenEscapeIsRefused() {
        refused(binary("P270=100%"), Kind.PAIRS);
        refused(binary("P270=%zz"), Kind.PAIRS);
        refused(binary("P270"), Kind.PAIRS);
    }

    @Test
    void vendorsEncryptionIsRecognised() {
        var file = binary("P47=a");
        file[6] = (byte) 0xff;
        file[7] = 1;

        refused(summed(file), Kind.VENDOR_ENCRYPTED);
    }

    @Test
    void flawsAndReadingsDoNotQuoteTheFile() {
        assertThat(CfgBinary.read(binary("P34=hunter2"), PHONE).toString())
                .doesNotContain("hunter2");
        assertThat(CfgBinary.read(binary("P34=hunter2%"), PHONE).toString())
                .doesNotContain("hunter2");
    }

    private static void refused(byte[] file, Kind kind) {
        assertThat(CfgBinary.read(file, PHONE))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        why ->
                                assertThat(why.flaws())
                                        .extracting(Flaw::kind)
                                        .containsExactly(kind));
    }

    private static byte[] withWords(byte[] file) {
        file[3] = (byte) (file.length / 2);
        return file;
    }
}
