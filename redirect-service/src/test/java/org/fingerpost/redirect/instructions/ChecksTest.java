package org.fingerpost.redirect.instructions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.fingerpost.formats.mac.MacAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksTest {
    private static final SpreadKey KEY = new SpreadKey(7, 11);

    @ParameterizedTest
    @CsvSource({"0, 0", "60, 0", "86400, 0", "120, 60", "43230, 43170"})
    void whatEveryFamilyTakesIsTaken(int interval, int spread) {
        Checks checks = new Checks(AutoUpgrade.INTERVAL, interval, spread, KEY);

        for (long mac = 1; mac < 1000; mac++) {
            assertThat(checks.minutes(new MacAddress(mac)))
                    .isBetween(interval - spread, interval + spread);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "59, 0",
        "86401, 0",
        "100, 41",
        "86400, 1",
        "0, 1",
        "-60, 0",
        "120, -1",
        "2147483647, 2147483647",
        "1000, 2147483647",
    })
    void whatSomeFamilyWouldNotTakeIsRefused(int interval, int spread) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Checks(AutoUpgrade.INTERVAL, interval, spread, KEY));
    }

    @Test
    void aPhoneHasOneIntervalForEver() {
        Checks checks = new Checks(AutoUpgrade.INTERVAL, 1440, 300, KEY);
        MacAddress mac = MacAddress.parse("000b82123456");

        assertThat(checks.minutes(mac)).isEqualTo(checks.minutes(mac)).isNotEqualTo(1440);
    }
}
