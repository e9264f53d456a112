package org.fingerpost.redirect.instructions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AffixesTest {
    @Test
    void theyStandAroundTheWholeName() {
        assertThat(new Affixes("gs_", "_cfg003").around("cfg000b82000001"))
                .isEqualTo("gs_cfg000b82000001_cfg003");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "..\\x", "x?y", "x#", "%2f", "a b", "ü", "x\n"})
    void whatWouldLeadElsewhereIsRefused(String affix) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Affixes(affix, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Affixes("", affix));
    }

    @Test
    void moreThanAPhoneKeepsIsRefused() {
        assertThat(new Affixes("x".repeat(32), "").prefix()).hasSize(32);
        assertThatIllegalArgumentException().isThrownBy(() -> new Affixes("x".repeat(33), ""));
    }
}
