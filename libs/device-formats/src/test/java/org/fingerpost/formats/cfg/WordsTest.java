package org.fingerpost.formats.cfg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 8, 9, 10, 15, 16, 17, 1_000_001})
    void lastOctetWithoutItsOtherHalfIsTheHighOne(int length) {
        var file = new byte[length];
        long sum = 0;
        for (int i = 0; i < length; i++) {
            file[i] = (byte) (0xff - 7 * i);
            sum += (file[i] & 0xffL) * (i % 2 == 0 ? 256 : 1);
        }
        assertThat(Words.sum(file)).isEqualTo((int) (sum % 65_536));
    }
}
