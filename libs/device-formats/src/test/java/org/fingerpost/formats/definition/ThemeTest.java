package org.fingerpost.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fingerpost.formats.definition.WrittenTheme.setting;

import java.util.List;
import org.fingerpost.formats.datafile.DataFile;
import org.fingerpost.formats.datafile.DataFileException;
import org.fingerpost.formats.datafile.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThemeTest {

    @Test
    void settingIsReadWithAllThatItSays() {
        String written =
                """
                <setting p="30 40" name="clock.{n}" families="HT80x GXP20xx" type="number" min="1"
                      max="9" default="2" secret="yes" since="1.0.5.2" alias="a.{n}.b c"
                      confidence="M" meaning="Clock {n}."/>\
                """;
        Definition second = only(written).get(1);
        assertThat(second).hasToString("P40 clock.2");
        assertThat(second.meaning()).isEqualTo("Clock 2.");
        assertThat(second.familyNames()).isEqualTo("HT80x GXP20xx");
        assertThat(second.type().inWords()).isEqualTo("a number from 1 to 9");
        assertThat(second.usual()).contains("2");
        assertThat(second.secret()).isTrue();
        assertThat(second.since()).contains("1.0.5.2");
        assertThat(second.aliases()).containsExactly("a.2.b", "c");
        assertThat(second.confidence()).isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void seriesCountsFromOneOrFromWhereItIsTold() {
        assertThat(only(setting("7..9", "key.{n}")))
                .extracting(Definition::toString)
                .containsExactly("P7 key.1", "P8 key.2", "P9 key.3");
        assertThat(only(setting("7 9", "key.{n}", "from=\"2\" type=\"text\"")))
                .extracting(Definition::toString)
                .containsExactly("P7 key.2", "P9 key.3");
    }

    @Test
    void groupStandsForItsFamilies() {
        assertThat(only(setting("1", "a.b", "type=\"text\"", "families=\"ht8 DP71x\"")))
                .singleElement()
                .satisfies(d -> assertThat(d.familyNames()).isEqualTo("HT80x HT80xV2 DP71x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<setting p=\"x\" name=\"a.b\"/>",
                "<setting p=\"9..1\" name=\"a.{n}\"/>",
                "<setting p=\"2\" name=\"a.b\"/>",
            })
    void wrongNumbersAreFoundBeforeAnybodyAsks(String line) {
        assertThatThrownBy(() -> WrittenTheme.of(setting("5", "a.first"), "", line))
                .isInstanceOf(DataFileException.class)
                .hasMessageStartingWith("theme.xml line 4: ");
    }

    @Test
    void fileWithoutASettingIsRefused() {
        assertThatThrownBy(() -> WrittenTheme.of("<setting name=\"a.b\" p=\"1\"/>"))
                .isInstanceOf(DataFileException.class)
                .hasMessage("theme.xml line 1: there is no setting");
    }

    static List<String> wrongSettings() {
        return List.of(
                "<setting p=\"7\"/>",
                "<setting p=\"7\" name=\"a.b\"/><setting/>",
                setting("7 8", "a.b"),
                setting("7", "a.{n}"),
                setting("7", "a.b", "type=\"fax\""),
                setting("7", "a.b", "type=\"switch\"", "families=\"HT9\""),
                setting("7", "a.b", "type=\"switch\"", "families=\"\""),
                setting("7", "a.b", "type=\"switch\" default=\"yes\""),
                setting("7", "a.b", "type=\"choice\""),
                setting("7", "a.b", "type=\"number\" min=\"9\" max=\"9\""),
                setting("7", "a.b", "type=\"number\" min=\"low\""),
                setting("7", "a.b", "type=\"text\" max=\"many\""),
                setting("7", "a.b", "type=\"hex\""),
                setting("7", "a.b").replace("\"H\"", "\"X\""),
                setting("7", "a.b", "type=\"choice\"")
                        .replace("/>", "><choice value=\"1\">one</choice></setting>"),
                setting("7", "a.b", "type=\"choice\"")
                        .replace(
                                "/>",
                                "><choice value=\"1\">a</choice><choice value=\"1\">b</choice>"
                                        + "</setting>"));
    }

    @ParameterizedTest
    @MethodSource("wrongSettings")
    void wrongSettingIsRefusedWithFileAndLine(String line) {
        Theme theme = WrittenTheme.of(setting("5", "a.first"), "", line);
        assertThat(theme.places().getFirst().definitions()).hasSize(1);
        assertThatThrownBy(() -> theme.places().getLast().definitions())
                .isInstanceOf(DataFileException.class)
                .hasMessageStartingWith("theme.xml line 4: ");
    }

    @Test
    void kindIsSharedByTheSettingsOfItsFile() {
        Theme theme =
                WrittenTheme.of(
                        "<kind name=\"hour\" type=\"number\" min=\"0\" max=\"23\"/>",
                        setting("5", "a.from", "type=\"hour\""),
                        setting("6", "a.to", "type=\"hour\""));
        assertThat(theme.places())
                .allSatisfy(place ->
                        assertThat(place.definitions().getFirst().type().inWords())
                                .isEqualTo("a number from 0 to 23"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<kind name=\"a\" type=\"text\"/> <kind name=\"a\" type=\"host\"/>",
                "<sort name=\"a\" type=\"text\"/>",
                "<kind name=\"a\" type=\"b\"/>",
                "<kind type=\"text\"/>"
            })
    void wrongKindIsRefusedWithFileAndLine(String kinds) {
        assertThatThrownBy(() -> WrittenTheme.of("", kinds, setting("5", "a.b")))
                .isInstanceOf(DataFileException.class)
                .hasMessageStartingWith("theme.xml line 3: ");
    }

    /** The quick look at a file finds what a whole reading finds, line by line. */
    @Test
    void everySettingOfTheJarIsFoundWhereItStands() {
        for (Element listed : DataFile.read(Theme.class, "themes.xml").children()) {
            String file = listed.get("file");
            List<Integer> whole =
                    DataFile.read(Theme.class, file).children().stream()
                            .filter(element -> element.name().equals("setting"))
                            .map(Element::line)
                            .toList();
            assertThat(new Theme(file, DataFile.bytes(Theme.class, file)).places())
                    .as(file)
                    .extracting(Theme.Place::line)
                    .containsExactlyElementsOf(whole);
        }
    }

    private static List<Definition> only(String line) {
        return WrittenTheme.of(line).places().getFirst().definitions();
    }
}
