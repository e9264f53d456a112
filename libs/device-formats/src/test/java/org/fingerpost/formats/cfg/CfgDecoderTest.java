package org.fingerpost.formats.cfg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.fingerpost.formats.RawCfg;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CfgDecoderTest {

    private static final MacAddress PHONE = MacAddress.parse("000b82123456");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P1=A&gnkey=0b82",
                "P1=A&gnkey=0b82\0",
                "P1=A&gnkey=0b82\0\0",
                "P1=A&gnkey=0b82\0\0\0",
                "&P1=A&gnkey=0b82",
                "&&P1=A&gnkey=0b82",
                "P1=A&gnkey=74ad",
                "P1=%41&gnkey=0b82",
                "P1=Z&P1=A&gnkey=0b82"
            })
    void everyKnownDialectIsRead(String body) {
        assertEquals(new CfgFile(PHONE, PValues.of(Setting.of("P1", "A"))), decode(body));
    }

    @ParameterizedTest
    @CsvSource({
        "a+b, a+b",
        "a%2Bb%2bb, a+b+b",
        "a=b, a=b",
        "100%, 100%",
        "%4, %4",
        "%zz%4x, %zz%4x",
        "%C3%A9%c3%a9, éé",
        "'#no comment', '#no comment'",
        "http://h/p?q=1, http://h/p?q=1",
        "AT&T, AT&T",
        "a&b=c&P=1&Px=2&gnkey&P7, a&b=c&P=1&Px=2&gnkey&P7",
        "a&&b, a&&b",
        "R&D&, R&D&",
        "%FF, \u00ff",
        "%ED%A0%80, \u00ed\u00a0\u0080"
    })
    void valueIsReadAsItsWriterMeantIt(String written, String meant) {
        assertThat(decode("P3=" + written + "&gnkey=0b82").settings().get(PValue.parse("P3")))
                .contains(meant);
    }

    @Test
    void plusIsASpaceWhereTheCallerSaysSo() {
        byte[] file = RawCfg.file("P3=a+b%2Bc%20d&gnkey=0b82".getBytes(StandardCharsets.US_ASCII));
        assertThat(CfgBinary.decode(file, PlusSign.SPACE).settings())
                .containsExactly(Setting.of("P3", "a b+c d"));
        assertThat(CfgBinary.decode(file).settings()).containsExactly(Setting.of("P3", "a+b+c d"));
    }

    @Test
    void valueOfAmpersandsAloneTakesNoMoreThanLinearTime() {
        String ampersands = "&".repeat(1_000_000) + "x";
        assertThat(decode("P3=" + ampersands + "&gnkey=0b82").settings())
                .containsExactly(Setting.of("P3", ampersands));
    }

    @Test
    void rawUtf8IsTakenAsItIs() {
        byte[] body = "P3=Zoë&gnkey=0b82".getBytes(StandardCharsets.UTF_8);
        assertThat(CfgBinary.decode(RawCfg.file(body)).settings())
                .contains(Setting.of("P3", "Zoë"));
    }

    @Test
    void rawOctetsThatAreNoUtf8AreReadAsLatin1WhereverTheyStand() {
        assertThat(CfgBinary.decode(RawCfg.file("P3=Zo\u00eb&P4=\u00cblite&gnkey=0b82")).settings())
                .containsExactly(Setting.of("P3", "Zo\u00eb"), Setting.of("P4", "\u00cblite"));
    }

    @Test
    void pairsGoOnBehindAValueThatHasRawAmpersands() {
        assertThat(decode("P3=AT&T&P4=R&D&x&P5=1&gnkey=0b82").settings())
                .containsExactly(
                        Setting.of("P3", "AT&T"), Setting.of("P4", "R&D&x"), Setting.of("P5", "1"));
    }

    @Test
    void moreThanThreeNulsAreNoPadding() {
        assertThatThrownBy(() -> decode("P1=A&gnkey=0b82\0\0\0\0"))
                .isInstanceOf(CfgFormatException.class)
                .hasMessageContaining("something follows gnkey");
    }

    @Test
    void lengthOfWhichOnlySixteenBitsWereKeptIsAccepted() {
        byte[] file =
                RawCfg.file(
                        ("P3=" + "x".repeat(140_000) + "&gnkey=0b82")
                                .getBytes(StandardCharsets.US_ASCII));
        assertThat(CfgBinary.decode(file).settings().get(PValue.parse("P3"))).isPresent();
        file[1] = 0;
        file[0] = 0;
        RawCfg.seal(file);
        assertThat(CfgBinary.decode(file).settings().get(PValue.parse("P3"))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 16, does not end with gnkey",
        "P1=A, 20, does not end with gnkey",
        "gnkey=0b82&P1=A, 26, something follows",
        "gnkey=, 16, four hexadecimal",
        "gnkey=0b8x, 25, four hexadecimal",
        "P1&gnkey=0b82, 16, no =",
        "p1=A&gnkey=0b82, 16, not a P-value",
        "P01=A&gnkey=0b82, 16, not a P-value",
        "P1=%00&gnkey=0b82, 19, U+0000",
        "P1, 16, no =",
        "P1=abc&P, 24, does not end with gnkey",
        "gn, 16, no =",
        "P1=%, 20, does not end with gnkey",
        "P1=x%4, 22, does not end with gnkey"
    })
    void brokenBodyIsRefusedWithWhereAndWhy(String body, int offset, String why) {
        assertThatThrownBy(() -> decode(body))
                .isInstanceOf(CfgFormatException.class)
                .hasMessageContaining(why)
                .extracting(e -> ((CfgFormatException) e).offset())
                .isEqualTo(offset);
    }

    @Test
    void complaintDoesNotQuoteWhatMayBePartOfASecret() {
        assertThatThrownBy(() -> decode("hunter2=cd&gnkey=0b82"))
                .isInstanceOf(CfgFormatException.class)
                .message()
                .doesNotContain("hunter2");
        assertThatThrownBy(() -> decode("P34=hunter2%00&gnkey=0b82"))
                .isInstanceOf(CfgFormatException.class)
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void brokenHeaderIsRefused() {
        byte[] good = CfgBinary.encode(PHONE, PValues.of(Setting.of("P1", "A")));
        assertRefused(new byte[0], "ends before");
        assertRefused(Arrays.copyOf(good, 15), "ends before");
        assertRefused(Arrays.copyOf(good, good.length - 1), "odd number");
        assertRefused(Arrays.copyOf(good, good.length - 2), "words, the file has");
        assertRefused(changed(good, 5), "sum to 0");
        assertRefused(changed(good, 20), "sum to 0");
        assertRefused(changed(good, 13), "no CR LF");
        assertRefused(changed(good, 0), "words, the file has");
    }

    @Test
    void fileEncryptedByTheVendorIsRecognised() {
        byte[] file = CfgBinary.encode(PHONE, PValues.none());
        file[6] = (byte) 0xff;
        file[7] = 1;
        assertThatThrownBy(() -> CfgBinary.decode(file))
                .isInstanceOf(CfgFormatException.class)
                .hasMessageContaining("encrypted by the vendor's tool, which is not supported");
    }

    @Test
    void randomBytesAreReadOrRefusedNothingElse() {
        var random = new Random(20261123);
        byte[] seed =
                CfgBinary.encode(
                        PHONE, PValues.of(Setting.of("P3", "a%b&é"), Setting.of("P2", "x")));
        int read = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] file = i % 4 == 0 ? noise(random) : mutant(seed, random);
            if (i % 2 == 0 && file.length >= 16) {
                RawCfg.seal(file);
            }
            try {
                CfgBinary.decode(file);
                read++;
            } catch (CfgFormatException refused) {
                assertThat(refused.offset()).isBetween(0, file.length);
            } catch (RuntimeException other) {
                fail("round " + i, other);
            }
        }
        assertThat(read).as("mutants that are still files").isPositive();
    }

    private static byte[] noise(Random random) {
        var noise = new byte[random.nextInt(64)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] mutant(byte[] seed, Random random) {
        byte[] mutant = Arrays.copyOf(seed, seed.length + 2 * random.nextInt(2));
        for (int n = random.nextInt(4); n >= 0; n--) {
            mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
        }
        return mutant;
    }

    private static void assertRefused(byte[] file, String why) {
        assertThatThrownBy(() -> CfgBinary.decode(file))
                .isInstanceOf(CfgFormatException.class)
                .hasMessageContaining(why);
    }

    private static byte[] changed(byte[] file, int at) {
        byte[] changed = file.clone();
        changed[at] ^= 1;
        return changed;
    }

    private static CfgFile decode(String body) {
        return CfgBinary.decode(RawCfg.file(body.getBytes(StandardCharsets.UTF_8)));
    }
}
