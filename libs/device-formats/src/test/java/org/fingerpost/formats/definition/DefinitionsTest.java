package org.fingerpost.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fingerpost.formats.definition.WrittenTheme.setting;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fingerpost.formats.datafile.DataFileException;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.formats.model.Family;
import org.fingerpost.formats.pvalue.PValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionsTest {

    private static final Definitions STANDARD = Definitions.load();
    private static final List<Definition> ALL = STANDARD.all();

    @Test
    void allAreReadAndAscend() {
        assertThat(ALL).hasSizeGreaterThan(5_000).isSortedAccordingTo(byNumber());
    }

    /** Whoever asks for a number gets the same as whoever reads everything. */
    @Property
    void numberIsFoundAmongAll(@ForAll @IntRange(max = 30_000) int number) {
        var p = new PValue(number);
        assertThat(STANDARD.of(p))
                .containsExactlyElementsOf(
                        ALL.stream().filter(d -> d.p().equals(p)).collect(Collectors.toList()));
    }

    @Test
    void everyDefinitionIsFoundByItsNumberAndByItsNameOnEachOfItsFamilies() {
        for (Definition definition : ALL) {
            for (Family family : definition.families()) {
                assertThat(STANDARD.of(definition.p(), family)).contains(definition);
                assertThat(STANDARD.named(definition.name(), family)).contains(definition);
            }
        }
    }

    @Test
    void oneNumberMayMeanAnotherThingOnAnotherFamily() {
        Definitions two =
                Definitions.of(
                        WrittenTheme.of(setting("7", "a.first")),
                        WrittenTheme.of(
                                setting("7", "a.other", "type=\"text\"", "families=\"DP71x\"")));
        assertThat(two.of(new PValue(7))).hasSize(2);
        assertThat(two.of(new PValue(7), family("DP715"))).get().hasToString("P7 a.other");
        assertThat(two.of(new PValue(7), family("HT286"))).isEmpty();
        assertThat(two.named("a.first", family("DP715"))).isEmpty();
    }

    @Test
    void twoDefinitionsOfOneNumberForOneFamilyAreRefused() {
        Definitions two =
                Definitions.of(
                        WrittenTheme.of(setting("7", "a.first")),
                        WrittenTheme.of(
                                setting("5", "a.before"),
                                setting("6 7", "a.{n}", "type=\"text\"", "families=\"ht8\"")));
        assertThatThrownBy(two::all)
                .isInstanceOf(DataFileException.class)
                .hasMessage("theme.xml line 3: P7 a.2: P7 is there already for HT80x");
    }

    @Test
    void twoNumbersOfOneNameForOneFamilyAreRefused() {
        Definitions two =
                Definitions.of(WrittenTheme.of(setting("7", "a.name"), setting("8", "a.name")));
        assertThatThrownBy(() -> two.named("a.name", family("HT801")))
                .isInstanceOf(DataFileException.class)
                .hasMessage("theme.xml line 3: P8 a.name: a.name is there already for HT80x");
    }

    @ParameterizedTest
    @CsvSource({
        "P194, HT801, 2, weekly", "P194, GXP1760, 2, daily", "P194, GXP1405, 1, at an interval",
        "P22296, HT801V2, 2, daily", "P212, HT502, 2, HTTPS", "P212, GRP2614, 4, FTPS",
        "P212, GXP2000, 1, HTTP", "P6767, GRP2614, 2, HTTPS",
                "P145, GRP2614, 2, 'prefer, then fall back'"
    })
    void numbersMeanWhatTheFamilySays(String p, String model, String value, String meaning) {
        Definition definition = STANDARD.of(PValue.parse(p), family(model)).orElseThrow();
        assertThat(definition.type())
                .isInstanceOfSatisfying(
                        ValueType.Choice.class,
                        choice ->
                                assertThat(choice.words())
                                        .contains(new ValueType.Choice.Word(value, meaning)));
    }

    @Test
    void emptyValueClearsAndAlwaysFits() {
        assertThat(ALL).allSatisfy(d -> assertThat(d.misfit("")).isEmpty());
    }

    private static Family family(String model) {
        return DeviceModels.find(model).orElseThrow().family();
    }

    private static Comparator<Definition> byNumber() {
        return Comparator.comparing(Definition::p);
    }
}
