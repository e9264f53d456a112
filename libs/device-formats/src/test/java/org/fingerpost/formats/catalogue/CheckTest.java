package org.fingerpost.formats.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.formats.model.Family;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTest {

    private static final Optional<Family> ANY = Optional.empty();

    @ParameterizedTest
    @ValueSource(strings = {"P212=2", "P237=prov.example.org/gs", "P237=", "P193=1440", "P2=x"})
    void whatFitsIsPassedInSilence(String line) {
        assertThat(check(ANY, line)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "P286=9, choice",
        "P193=30.5, number",
        "P285=24, range",
        "P234=a b, characters",
        "P242=xyz, hex",
        "P237=https://prov.example.org, scheme-in-path",
        "P271=maybe, choice"
    })
    void whatDoesNotFitIsAnErrorWithItsRule(String line, String rule) {
        Finding finding = only(ANY, line);
        assertThat(finding.rule()).isEqualTo(rule);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    }

    @ParameterizedTest
    @CsvSource({
        "HT801, P145=2, choice",
        "HT502, P212=3, choice",
        "GXP1405, P193=30, range",
        "GXP1405, P194=2, choice",
        "HT801, P8463=2, choice"
    })
    void numberOfWhichNoSourceSpeaksIsAWarning(String model, String line, String rule) {
        Finding finding = only(family(model), line);
        assertThat(finding.rule()).isEqualTo(rule);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    }

    @ParameterizedTest
    @CsvSource({"GRP2614, P212=9", "HT801, P51=5000", "GXP1405, P9=256", "HT801, P8463=sure"})
    void valueBeyondAClosedListOrRangeIsAnError(String model, String line) {
        assertThat(only(family(model), line).severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void findingSaysLineNumberNameAndWhatFits() {
        Finding finding = check(family("HT801V2"), "P237=a", "P8467=maybe").getFirst();
        assertThat(finding.line()).isEqualTo(2);
        assertThat(finding.p()).isEqualTo(new PValue(8467));
        assertThat(finding.sentence())
                .isEqualTo("P8467 (config.process-all) takes 0 (no) or 1 (yes), not \"maybe\"");
        assertThat(finding)
                .hasToString(
                        "line 2: P8467 (config.process-all) takes 0 (no) or 1 (yes), not \"maybe\""
                                + " [choice]");
    }

    @Test
    void valueThatFitsOneFamilyIsOnlyWrongOnTheOthers() {
        assertThat(check(ANY, "P193=30")).isEmpty();
        assertThat(check(family("HT801V2"), "P193=30")).isEmpty();
        assertThat(only(family("GXP1405"), "P193=30").rule()).isEqualTo("range");
    }

    @ParameterizedTest
    @CsvSource({
        "P212=HTTPS, P212=2",
        "P212=https, P212=2",
        "P145=Yes, P145=1",
        "P145=off, P145=0",
        "'P212= 2 ', P212=2",
        "P194=weekly, P194=2",
        "P237=https://prov.example.org/gs, P237=prov.example.org/gs and P212=2",
        "P192=http://fw.example.org, P192=fw.example.org and P212=1"
    })
    void nearMissIsAnsweredWithWhatWasMeant(String line, String meant) {
        assertThat(only(family("HT801"), line).suggestion()).contains(meant);
    }

    @Test
    void schemeOfTheFirmwarePathBelongsWhereTheFamilyKeepsIt() {
        assertThat(only(family("GRP2614"), "P192=https://fw.example.org").suggestion())
                .contains("P192=fw.example.org and P6767=2");
    }

    @Test
    void numberOfFewFamiliesMayBeAnotherThingWhereNoFamilyIsNamed() {
        assertThat(only(ANY, "P8467=maybe").severity()).isEqualTo(Severity.WARNING);
        assertThat(only(family("GRP2614"), "P8467=maybe").severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void blanksAroundAValueAreAWarning() {
        Finding finding = only(ANY, "P212=2 ");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.rule()).isEqualTo("blanks");
    }

    @Test
    void unknownPValueIsPassedWithAWarning() {
        Finding finding = only(ANY, "P65432=1");
        assertThat(finding.rule()).isEqualTo("unknown-pvalue");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.suggestion()).isEmpty();
    }

    @Test
    void slipOfTheFingersIsFoundIfTheValueTells() {
        assertThat(only(ANY, "P2377=prov.example.org/gs").suggestion())
                .contains("P237=prov.example.org/gs");
        assertThat(only(family("GXP1405"), "P1933=10080").suggestion()).contains("P193=10080");
        assertThat(only(family("GXP1405"), "P1933=1440").suggestion()).isEmpty();
        assertThat(only(ANY, "P99999=1").suggestion()).isEmpty();
    }

    @Test
    void settingOfAnotherFamilyIsAnsweredWithThisFamilysNumber() {
        Finding finding = only(family("HT801V2"), "P194=0");
        assertThat(finding.rule()).isEqualTo("other-family");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.instead()).containsExactly(Setting.of("P22296", "0"));
        assertThat(finding.sentence()).endsWith("not on HT80xV2, which has P22296 for it");
    }

    @Test
    void valueThatFamiliesNumberDifferentlyIsNotGuessed() {
        assertThat(only(family("HT801V2"), "P194=1").suggestion()).isEmpty();
    }

    @Test
    void passwordUnderTheMisprintedNumberIsTheFilePassword() {
        for (Optional<Family> family : List.of(ANY, family("HT801"), family("GXP2000"))) {
            Finding finding = only(family, "P1349=SecretOfFiles");
            assertThat(finding.rule()).isEqualTo("misprint");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.instead()).containsExactly(Setting.of("P1359", "SecretOfFiles"));
            assertThat(finding.toString()).doesNotContain("SecretOfFiles");
        }
    }

    @Test
    void misprintedNumberIsASwitchOnThePhonesThatHaveIt() {
        assertThat(check(family("GXP2000"), "P1349=1")).isEmpty();
        assertThat(check(ANY, "P1349=1")).isEmpty();
        assertThat(only(family("HT801"), "P1349=1").rule()).isEqualTo("misprint");
    }

    @Test
    void earlierOfTwoLinesIsToldThatTheLaterWins() {
        List<Finding> findings = check(ANY, "P212=1", "P237=a", "P212=2");
        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().line()).isEqualTo(1);
        assertThat(findings.getFirst().rule()).isEqualTo("later-wins");
        assertThat(findings.getFirst().sentence()).contains("line 3");
    }

    @Property
    void secretsAreNeverRepeated(@ForAll @IntRange(min = 1, max = 20_000) int number) {
        var setting = new Setting(new PValue(number), " hunter2\u00e9 ");
        for (Finding finding : check(ANY, setting)) {
            if (setting.isSecret()) {
                assertThat(finding.toString()).doesNotContain("hunter2");
            }
        }
    }

    private static Optional<Family> family(String model) {
        return Optional.of(DeviceModels.find(model).orElseThrow().family());
    }

    private static Finding only(Optional<Family> family, String line) {
        List<Finding> findings = check(family, line);
        assertThat(findings).as(line).hasSize(1);
        return findings.getFirst();
    }

    private static List<Finding> check(Optional<Family> family, String... lines) {
        Setting[] settings = new Setting[lines.length];
        for (int i = 0; i < lines.length; i++) {
            String[] pair = lines[i].split("=", 2);
            settings[i] = Setting.of(pair[0], pair[1]);
        }
        return check(family, settings);
    }

    private static List<Finding> check(Optional<Family> family, Setting... settings) {
        var numbered = new ArrayList<NumberedSetting>();
        for (Setting setting : settings) {
            numbered.add(new NumberedSetting(numbered.size() + 1, setting));
        }
        return Catalogue.standard().check(numbered, family);
    }
}
