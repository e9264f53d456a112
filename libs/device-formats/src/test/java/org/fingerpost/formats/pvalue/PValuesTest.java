package org.fingerpost.formats.pvalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import org.fingerpost.formats.HostileValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PValuesTest {

    private static final PValues BASE =
            PValues.of(Setting.of("P47", "a"), Setting.of("P2", "b"), Setting.of("P3", "c"));

    @Test
    void orderIsKeptAndALaterSettingTakesThePlaceOfTheEarlier() {
        assertThat(BASE.with(Setting.of("P2", "new")))
                .containsExactly(
                        Setting.of("P47", "a"), Setting.of("P2", "new"), Setting.of("P3", "c"));
        assertThat(BASE.with(PValues.of(Setting.of("P9", "z"), Setting.of("P47", "y"))))
                .containsExactly(
                        Setting.of("P47", "y"),
                        Setting.of("P2", "b"),
                        Setting.of("P3", "c"),
                        Setting.of("P9", "z"));
        assertThat(BASE).as("the set itself does not change").hasSize(3);
    }

    @Test
    void builderGoesOnWithoutChangingWhatItBuilt() {
        var builder = PValues.builder().put("P1", "a");
        PValues first = builder.build();
        builder.put("P1", "b").put("P2", "c");
        assertThat(first).containsExactly(Setting.of("P1", "a"));
    }

    @Test
    void emptyValueIsThereAndAbsentOneIsNot() {
        var settings = PValues.of(Setting.of("P237", ""));
        assertThat(settings.get(PValue.parse("P237"))).contains("");
        assertThat(settings.get(PValue.parse("P212"))).isEmpty();
    }

    @Test
    void setsOfAnotherOrderMakeAnotherFile() {
        assertThat(PValues.of(Setting.of("P1", ""), Setting.of("P2", "")))
                .isNotEqualTo(PValues.of(Setting.of("P2", ""), Setting.of("P1", "")));
    }

    @Test
    void secretIsHiddenInTextAndOnlyCountsIfItHasAValue() {
        var settings = PValues.of(Setting.of("P47", "sip.example"), Setting.of("P34", "hunter2"));
        assertThat(settings.toString())
                .contains("P47=sip.example")
                .contains("P34=")
                .doesNotContain("hunter2");
        assertThat(settings.holdSecret()).isTrue();
        assertThat(PValues.of(Setting.of("P34", "")).holdSecret()).isFalse();
        assertThat(PValues.of(Setting.of("P47", "x")).holdSecret()).isFalse();
    }

    @Test
    void setIsCountedAndToldInItsOrder() {
        assertThat(BASE.size()).isEqualTo(3);
        assertThat(BASE.isEmpty()).isFalse();
        assertThat(PValues.none().isEmpty()).isTrue();
        assertThat(BASE.stream()).containsExactlyElementsOf(BASE);
        assertThat(BASE)
                .hasSameHashCodeAs(PValues.of(BASE))
                .isNotEqualTo("[P47=a, P2=********, P3=c]");
        assertThat(BASE.hashCode()).isNotEqualTo(PValues.none().hashCode());
    }

    @Test
    void thousandSettingsAreKept() {
        var builder = PValues.builder();
        for (int number = 0; number < 1_000; number++) {
            builder.put(new Setting(new PValue(number), "v"));
        }
        assertThat(builder.build()).hasSize(1_000);
    }

    @Test
    void namesAreOrderedByTheirNumbers() {
        assertThat(PValue.parse("P9")).isLessThan(PValue.parse("P10"));
    }

    @Test
    void complaintQuotesTwentyCharactersOfAName() {
        assertThatThrownBy(() -> PValue.parse("x".repeat(20)))
                .hasMessageContaining("\"" + "x".repeat(20) + "\"");
        assertThatThrownBy(() -> PValue.parse("x".repeat(21)))
                .hasMessageContaining("\"" + "x".repeat(20) + "...\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\ud7ff", "\ue000", "\ufffd", "\ud83d\ude00", "\t\n\r"})
    void valueAtTheEdgesOfWhatXmlAllowsIsTaken(String value) {
        assertThat(Setting.of("P3", value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P",
                "47",
                "p47",
                "P047",
                "P00",
                "P1234567",
                "P4 7",
                "P-1",
                "P4\n",
                "P٤٧",
                "gnkey",
                "P+1"
            })
    void nameThatIsNoPValueIsRefusedWithASentence(String name) {
        assertThatThrownBy(() -> PValue.parse(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a capital P and one to six digits")
                .message()
                .doesNotContain("\n");
    }

    @Property
    void nameIsReadAsItIsPrinted(@ForAll @IntRange(max = 999_999) int number) {
        assertEquals(new PValue(number), PValue.parse("P" + number));
        assertEquals("P" + number, new PValue(number).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0",
                "a\u0008",
                "\u001b",
                "\ud800",
                "\udc00",
                "\ud800x",
                "\udc00\ud800",
                "\uffff",
                "\ufffe"
            })
    void valueThatNoFileCanCarryIsRefusedWithoutQuotingIt(String value) {
        assertThatThrownBy(() -> Setting.of("P34", "hunter2" + value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("P34")
                .message()
                .doesNotContain("hunter2");
        assertThatThrownBy(() -> Setting.of("P34", "\0"))
                .hasMessageContaining("offset 0 ")
                .hasMessageEndingWith("U+0000");
        assertThatThrownBy(() -> Setting.of("P34", "ab\0")).hasMessageContaining("offset 2 ");
    }

    @Property
    void builderKeepsWhatAnOrderedMapWouldKeep(
            @ForAll @Size(max = 400) List<@IntRange(max = 999_999) Integer> numbers,
            @ForAll @IntRange(min = 1, max = 4096) int spread) {
        var builder = PValues.builder();
        var expected = new LinkedHashMap<Integer, Setting>();
        for (int i = 0; i < numbers.size(); i++) {
            // Multiples of a spread: they fall into few slots, and many come twice.
            int number = numbers.get(i) % 500 * spread % 1_000_000;
            var setting = new Setting(new PValue(number), "v" + i);
            builder.put(setting);
            expected.put(number, setting);
        }
        assertThat(builder.build()).containsExactlyElementsOf(expected.values());
    }

    @Property
    @Domain(HostileValues.class)
    void everySettingIsFoundByItsName(@ForAll PValues settings) {
        settings.forEach(
                setting -> assertThat(settings.get(setting.p())).contains(setting.value()));
        assertEquals(settings, settings.with(settings));
        assertEquals(settings, PValues.none().with(settings));
    }
}
