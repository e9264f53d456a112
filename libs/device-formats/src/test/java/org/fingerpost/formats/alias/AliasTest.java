package org.fingerpost.formats.alias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AliasTest {

    @ParameterizedTest
    @ValueSource(strings = {"account.1.sip.userid", "a", "account_1-x.Y", "azAZ09_-"})
    void wordsWithDotsBetweenAreAnAlias(String name) {
        assertThat(Alias.find(name)).contains(new Alias(name));
        assertThat(new Alias(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", ".", "a.", ".a", "a..b", "a b", "é", "a=b", "<a>", "`", "{", "@", "[", "/", ":"
            })
    void anythingElseIsNone(String name) {
        assertThat(Alias.find(name)).isEmpty();
        assertThatThrownBy(() -> new Alias(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nameIsAtMostTwoHundredCharacters() {
        assertThat(Alias.find("a".repeat(200))).isPresent();
        assertThat(Alias.find("a".repeat(201))).isEmpty();
    }

    @Test
    void itemAndLastWordMakeTheName() {
        Alias alias = new Alias("account.1.enable");
        assertThat(alias.item()).isEqualTo("account.1");
        assertThat(alias.lastWord()).isEqualTo("enable");
        assertThat(new Alias(alias.item()).part(alias.lastWord())).isEqualTo(alias);
        assertThat(new Alias("alone").item()).isEmpty();
    }

    @Test
    void passwordsAreHidden() {
        assertThat(AliasSetting.of("account.1.sip.password", "hunter2"))
                .hasToString("account.1.sip.password=********");
        assertThat(AliasSetting.of("provisioning.config.filePassword", "hunter2").toString())
                .doesNotContain("hunter2");
        assertThat(AliasSettings.of(AliasSetting.of("lock.pin", "1234")).toString())
                .doesNotContain("1234");
        assertThat(AliasSetting.of("pinyin.enable", "Yes")).hasToString("pinyin.enable=Yes");
    }

    @Test
    void laterSettingTakesThePlaceOfTheEarlierOne() {
        AliasSettings settings =
                AliasSettings.of(
                        AliasSetting.of("a", "1"),
                        AliasSetting.of("b", "2"),
                        AliasSetting.of("a", "3"));
        assertThat(settings).containsExactly(AliasSetting.of("a", "3"), AliasSetting.of("b", "2"));
        assertThat(settings.get(new Alias("a"))).contains("3");
        assertThat(settings.get(new Alias("c"))).isEmpty();
        assertThat(AliasSettings.none().isEmpty()).isTrue();
    }

    @Test
    void settingsAreEqualIfTheyWouldMakeTheSameFile() {
        AliasSettings settings =
                AliasSettings.of(AliasSetting.of("a", "1"), AliasSetting.of("b", "2"));
        assertThat(settings)
                .isEqualTo(AliasSettings.of(settings))
                .hasSameHashCodeAs(AliasSettings.of(settings))
                .isNotEqualTo(
                        AliasSettings.of(AliasSetting.of("b", "2"), AliasSetting.of("a", "1")))
                .isNotEqualTo("[a=1, b=2]");
        assertThat(settings.hashCode()).isNotEqualTo(AliasSettings.none().hashCode());
        assertThat(settings.size()).isEqualTo(2);
        assertThat(settings.isEmpty()).isFalse();
        assertThat(settings.stream()).containsExactlyElementsOf(settings);
        assertThat(settings.toString()).isEqualTo("[a=1, b=2]");
    }

    @Test
    void aliasesAreOrderedByTheirNames() {
        assertThat(new Alias("a.b")).isLessThan(new Alias("a.c")).isGreaterThan(new Alias("a"));
    }

    @Test
    void valueThatNoFileCanCarryIsRefusedWithoutBeingQuoted() {
        assertThatThrownBy(() -> AliasSetting.of("a.password", "secret\u0000"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("offset 6")
                .message()
                .doesNotContain("secret\u0000");
    }
}
