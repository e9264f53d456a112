package org.fingerpost.firmware.waves;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskingTest {
    @ParameterizedTest
    @CsvSource({
        "   ,  , true,  AT_NEXT_CHECK",
        "  1, 0, false, AT_NEXT_CHECK",
        "  1, 1, true,  AT_NEXT_CHECK",
        "  1, 1, false, NEVER",
        "  1, 2, true,  NEVER",
        "  0, 0, true,  AT_START",
        "  0,  , true,  AT_START",
        "  0, 1, false, NEVER",
        "  3,  , false, AT_NEXT_CHECK",
    })
    void aPhoneAsksByWhatItIsTold(
            Integer autoUpgrade, Integer check, boolean changed, Asking asking) {
        assertThat(Asking.of(Optional.ofNullable(autoUpgrade), Optional.ofNullable(check), changed))
                .isEqualTo(asking);
    }
}
