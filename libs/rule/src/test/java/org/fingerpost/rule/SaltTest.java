package org.fingerpost.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.fingerpost.formats.mac.MacAddress;
import org.junit.jupiter.api.Test;

class SaltTest {
    private static final long FIRST = 0x000b82000000L;
    private static final int CARTON = 100_000;

    /**
     * The authors' test vector of six bytes 00 01 02 03 04 05 under the key 00 01 … 0f: ce e3 fe 58
     * 6e 46 c9 cb, little-endian (the reference implementation's vectors, the seventh).
     */
    @Test
    void theHashIsSipHashOfTheAuthors() {
        Salt salt = new Salt(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);

        assertThat(Long.toHexString(salt.hash(new MacAddress(0x000102030405L))))
                .isEqualTo("cbc9466e58fee3ce");
    }

    @Property
    void aSaltIsReadAsItIsWritten(@ForAll long k0, @ForAll long k1) {
        assertThat(Salt.parse(new Salt(k0, k1).toString())).isEqualTo(new Salt(k0, k1));
    }

    @Property
    void everyPlaceIsBelowTheBound(
            @ForAll long key, @ForAll @LongRange(max = 0xffffffffffffL) long mac) {
        assertThat(new Salt(key, ~key).place(new MacAddress(mac))).isBetween(0L, Salt.PLACES - 1);
    }

    @Test
    void theAddressesOfACartonAreSpreadEvenly() {
        Salt salt = new Salt(1, 2);
        int[] tenths = new int[10];
        for (int i = 0; i < CARTON; i++) {
            tenths[(int) (salt.place(new MacAddress(FIRST + i)) * 10 / Salt.PLACES)]++;
        }

        // Five standard deviations of 94.9 phones; the salt is fixed, so this never flickers.
        for (int tenth : tenths) {
            assertThat(tenth).isBetween(CARTON / 10 - 475, CARTON / 10 + 475);
        }
    }

    @Test
    void whatIsNoSaltIsRefused() {
        assertThatThrownBy(() -> Salt.parse("00")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Salt.parse("g".repeat(32)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
