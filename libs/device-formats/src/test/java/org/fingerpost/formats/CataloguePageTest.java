package org.fingerpost.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fingerpost.formats.catalogue.Catalogue;
import org.fingerpost.formats.catalogue.Finding;
import org.fingerpost.formats.catalogue.NumberedSetting;
import org.fingerpost.formats.model.ConfigRequest;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.formats.model.Family;
import org.fingerpost.formats.pvalue.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/formats/pvalue-catalogue.md says what the catalogue does. */
class CataloguePageTest {

    private static final String PAGE = "pvalue-catalogue.md";

    @Test
    void workedExampleGivesTheFindingsOfThePage() throws IOException {
        FormatPage page = FormatPage.read(PAGE);
        String found =
                check(page.block("settings").lines().toList(), "HT801V2").stream()
                        .map(finding -> severity(finding) + " " + finding + "\n")
                        .collect(Collectors.joining());
        assertThat(found).isEqualTo(page.block("findings"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "choice",
                "number",
                "range",
                "length",
                "characters",
                "hex",
                "host",
                "scheme-in-host",
                "scheme-in-path",
                "blanks",
                "misprint",
                "other-family",
                "unknown-pvalue"
            })
    void ruleIsBrokenByItsExample(String rule) throws IOException {
        List<String> row =
                FormatPage.read(PAGE).rows(rule + "`").stream().findFirst().orElseThrow();
        List<Finding> findings = check(List.of(row.get(2)), row.get(3));
        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().rule()).isEqualTo(rule);
        assertThat(severity(findings.getFirst())).isEqualTo(row.get(1));
    }

    @Test
    void familiesCanDoWhatTheTableSays() throws IOException {
        FormatPage page = FormatPage.read(PAGE);
        for (Family family : DeviceModels.families()) {
            assertThat(page.text().lines()).contains(row(family));
        }
    }

    private static String row(Family family) {
        return "| `%s` | %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        family.name(),
                        family.firstGeneration() ? "P212" : "P6767",
                        joined(family.order().stream().map(CataloguePageTest::file).toList()),
                        joined(family.xmlVersions()),
                        joined(family.dhcp().numbers()),
                        family.dhcp().urlIn66() ? "URL" : "host",
                        family.sealDigest().orElse(""),
                        family.covered() ? "yes" : "");
    }

    private static String joined(List<?> words) {
        return words.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String file(ConfigRequest request) {
        return switch (request) {
            case TEXT -> "cfg.txt";
            case BINARY -> "cfg{mac}";
            case OWN_XML -> "cfg{mac}.xml";
            case MODEL_XML -> "cfg{model}.xml";
            case GENERIC_XML -> "cfg.xml";
        };
    }

    private static String severity(Finding finding) {
        return switch (finding.severity()) {
            case ERROR -> "error";
            case WARNING -> "warning";
        };
    }

    private static List<Finding> check(List<String> lines, String model) {
        List<NumberedSetting> settings = new ArrayList<>();
        for (String line : lines) {
            String[] pair = line.split("=", 2);
            settings.add(new NumberedSetting(settings.size() + 1, Setting.of(pair[0], pair[1])));
        }
        Optional<Family> family = DeviceModels.familyOf(model);
        assertThat(family).isPresent();
        return Catalogue.standard().check(settings, family);
    }
}
