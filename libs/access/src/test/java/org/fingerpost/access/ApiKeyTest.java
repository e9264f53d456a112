package org.fingerpost.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
    private static final String SECRET = "abcdefghijklmnopqrstuvwxyz234567abcdefgh";

    @Test
    void aKeyCarriesTheCommitNumberAtWhichItWasMade() {
        ApiKey made = ApiKey.make(new SecureRandom(), 123_456_789_012L);

        ApiKey read = ApiKey.parse(made.reveal()).orElseThrow();

        assertThat(read.commit()).isEqualTo(123_456_789_012L);
        assertThat(read.hash()).isEqualTo(made.hash()).hasSize(64);
    }

    @Test
    void twoKeysAreNeverTheSame() {
        SecureRandom random = new SecureRandom();

        assertThat(ApiKey.make(random, 1).hash()).isNotEqualTo(ApiKey.make(random, 1).hash());
    }

    @Test
    void aKeyDoesNotShowItselfInALog() {
        assertThat(ApiKey.parse("fp_0_" + SECRET).orElseThrow().toString()).doesNotContain("abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fp_",
                "fp__" + SECRET,
                "fp_1_short",
                "xx_1_" + SECRET,
                "fp_-1_" + SECRET,
                "fp_!_" + SECRET,
                "fp_zzzzzzzzzzzzzzzzzzz_" + SECRET,
                "fp_1_" + SECRET + "x",
            })
    void whatCannotBeAKeyIsNone(String text) {
        assertThat(ApiKey.parse(text)).isEmpty();
    }
}
