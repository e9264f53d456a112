package org.fingerpost.config.layers.variables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoleTextTest {
    private static final Map<String, Variable> VALUES =
            Map.of(
                    "account.1.user", new Variable("2001", false),
                    "account.1.password", new Variable("geheim", true),
                    "tricky", new Variable("${account.1.password}", false));

    private static HoleText.Filled filled(String text) {
        return HoleText.parse(text).fill(name -> Optional.ofNullable(VALUES.get(name)));
    }

    @Test
    void holesAreFilledWhereTheyStand() {
        assertThat(filled("sip:${account.1.user}@example").value()).isEqualTo("sip:2001@example");
        assertThat(filled("${account.1.user}${account.1.user}").value()).isEqualTo("20012001");
        assertThat(HoleText.parse("a${b.c}d${e}").holes()).containsExactly("b.c", "e");
    }

    @Test
    void whatFillsAHoleIsNeverReadForHoles() {
        assertThat(filled("${tricky}").value()).isEqualTo("${account.1.password}");
        assertThat(filled("${tricky}").secret()).isFalse();
    }

    @Test
    void aTextWithASecretInItIsASecret() {
        assertThat(filled("x${account.1.password}").secret()).isTrue();
        assertThat(filled("x${account.1.user}").secret()).isFalse();
    }

    @Test
    void dollarsAndBracesThatAreNoHolesStayAsTheyAre() {
        for (String text : new String[] {"", "$", "{}", "a$b{c}", "$ {a}", "100$"}) {
            assertThat(HoleText.parse(text).literal()).contains(text);
        }
        assertThat(filled("$${account.1.user}").value()).isEqualTo("${account.1.user}");
        assertThat(filled("$${x}${account.1.user}").value()).isEqualTo("${x}2001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${", "a${b", "${}", "${a b}", "${a..b}", "${.a}", "${a.}", "${${a}}"})
    void whatBeginsAsAHoleAndIsNoneIsRefusedWithoutBeingQuoted(String text) {
        assertThatThrownBy(() -> HoleText.parse("geheim" + text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("character")
                .hasMessageNotContaining("geheim");
    }

    @Test
    void aHoleWithoutAValueIsNamed() {
        assertThatThrownBy(() -> filled("${account.2.user}"))
                .isInstanceOf(MissingValueException.class)
                .hasMessageContaining("${account.2.user}");
    }

    @Test
    void whichVariablesAreSecretsIsTheirNames() {
        assertThat(Variable.isSecret("account.1.password")).isTrue();
        assertThat(Variable.isSecret("adminPassword")).isTrue();
        assertThat(Variable.isSecret("voicemail_PIN")).isTrue();
        assertThat(Variable.isSecret("api-key")).isTrue();
        assertThat(Variable.isSecret("account.1.user")).isFalse();
        assertThat(Variable.isSecret("pinned")).isFalse();
    }
}
