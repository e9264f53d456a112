package org.fingerpost.config.turns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.fingerpost.formats.mac.MacAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Turns are drawn with the key: flat over any fleet, and the same every time. */
class TurnKeyTest {
    private static final int FLEET = 24_000;

    @Test
    void aTurnIsTheHashAsAShareOfTheTurns() throws NoSuchAlgorithmException {
        byte[] key = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
        byte[] text = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f000b82123456");
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
        long draw = Long.parseLong(HexFormat.of().formatHex(hash, 0, 4), 16);

        MacAddress mac = MacAddress.parse("000b82123456");
        assertThat(TurnKey.of(key).turn(mac, 24)).isEqualTo((int) (draw * 24 / (1L << 32)));
        assertThat(TurnKey.of(key).turn(mac, 86_341)).isEqualTo((int) (draw * 86_341 / (1L << 32)));
        assertThat(TurnKey.of(key).turn(mac, 1)).isZero();
    }

    /**
     * Addresses that follow each other are what fleets have. Seeds are fixed: it never flickers.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void aFleetInOneRowOfAddressesLiesFlatOverTheTurns(long seed) {
        TurnKey key = key(seed);
        for (int turns : new int[] {4, 24, 721}) {
            int[] drawn = new int[turns];
            for (int i = 0; i < FLEET; i++) {
                drawn[key.turn(new MacAddress(0x000b82400000L + i), turns)]++;
            }
            double mean = (double) FLEET / turns;
            double chiSquare =
                    Arrays.stream(drawn).mapToDouble(n -> (n - mean) * (n - mean) / mean).sum();
            // Its mean is the degrees of freedom and its variance twice that; 5 deviations.
            assertThat(chiSquare).isCloseTo(turns - 1, within(5 * Math.sqrt(2.0 * (turns - 1))));
        }
    }

    @Test
    void anotherKeyGivesOtherTurns() {
        long same =
                Arrays.stream(new Random(1).longs(1_000, 1, 1L << 40).toArray())
                        .mapToObj(MacAddress::new)
                        .filter(mac -> key(1).turn(mac, 100) == key(2).turn(mac, 100))
                        .count();

        assertThat(same).isBetween(1L, 30L);
    }

    private static TurnKey key(long seed) {
        byte[] bytes = new byte[TurnKey.BYTES];
        new Random(seed).nextBytes(bytes);
        return TurnKey.of(bytes);
    }
}
