package org.fingerpost.redirect.instructions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fingerpost.formats.mac.MacAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SpreadKeyTest {
    private static final int FLEET = 100_000;
    private static final SpreadKey KEY =
            SpreadKey.of(HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f"));

    /** From {@code openssl mac -macopt hexkey:00…0f -macopt size:8 SIPHASH} of the six bytes. */
    @ParameterizedTest
    @CsvSource({
        "000b82123456, b3aa9da067d8ec25",
        "000b82123457, 25bb57a0414ea355",
        "c074ad000001, 51b0a86114b457ea",
    })
    void theHashIsTheOneThatOpensslComputes(String mac, String bytes) {
        long hash = KEY.hash(MacAddress.parse(mac));

        assertThat(HexFormat.of().toHexDigits(Long.reverseBytes(hash))).isEqualTo(bytes);
    }

    static Stream<Arguments> fleets() {
        return Stream.of(
                Arguments.of("one carton after the other", fleet(i -> 0x000b_8200_0000L + i)),
                Arguments.of("every sixteenth address", fleet(i -> 0xc074_ad00_0000L + 16L * i)),
                Arguments.of(
                        "one in each block of 64 Ki",
                        fleet(i -> 0xec74_0000_0000L + ((long) i << 16))));
    }

    /**
     * Chi-square of how often each interval is drawn. With 1,440 degrees of freedom it is 1,440 ±
     * 54 for a flat fleet; five deviations to either side are never left by chance.
     */
    @ParameterizedTest(name = "{0}")
    @MethodSource("fleets")
    void aFleetOfAHundredThousandIsSpreadFlat(String what, IntToLongFunction macs) {
        Checks checks = new Checks(AutoUpgrade.INTERVAL, 1440, 720, KEY);
        int values = 2 * 720 + 1;
        int[] drawn = new int[values];
        for (int i = 0; i < FLEET; i++) {
            drawn[checks.minutes(new MacAddress(macs.applyAsLong(i))) - 720]++;
        }

        double expected = (double) FLEET / values;
        double chiSquare =
                IntStream.of(drawn)
                        .mapToDouble(n -> (n - expected) * (n - expected) / expected)
                        .sum();

        double deviation = Math.sqrt(2.0 * (values - 1));
        assertThat(chiSquare).isBetween(values - 1 - 5 * deviation, values - 1 + 5 * deviation);
    }

    @Test
    void anotherKeyPutsTheSamePhonesElsewhere() {
        SpreadKey other = new SpreadKey(KEY.k0() ^ 1, KEY.k1());

        long same =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> new MacAddress(0x000b_8200_0000L + i))
                        .filter(mac -> KEY.draw(mac, 1000) == other.draw(mac, 1000))
                        .count();

        assertThat(same).isLessThan(50);
    }

    @Test
    void aKeySurvivesItsBytesAndHidesInText() {
        assertThat(SpreadKey.of(KEY.bytes())).isEqualTo(KEY);
        assertThat(KEY.toString()).doesNotContain(Long.toString(KEY.k0()));
        assertThatIllegalArgumentException().isThrownBy(() -> SpreadKey.of(new byte[15]));
    }

    private static IntToLongFunction fleet(IntToLongFunction macs) {
        return macs;
    }
}
