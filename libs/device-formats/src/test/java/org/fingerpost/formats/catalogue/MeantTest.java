package org.fingerpost.formats.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.fingerpost.formats.definition.Definition;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.formats.model.Family;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.Setting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeantTest {

    @ParameterizedTest
    @CsvSource({
        "GXP1405, P31=yes, P31=1",
        "GXP1405, P31=TRUE, P31=1",
        "GXP1405, P31=Off, P31=0",
        "GXP1405, P57=pcma, P57=8",
        "GXP1405, P57=G722, P57=9",
        "HT801, P52=STUN, P52=1",
        "HT801, P52=upnp, P52=3",
        "HT801, P130=tls, P130=2",
        "GXP1405, P286=sunday, P286=0",
        "HT801, P194=interval, ",
        "GXP1405, P31=perhaps, ",
        "GXP1405, P57=G, ",
        "HT801, P237=https://, ",
        "HT801, P47=sip://pbx.example.org, P47=pbx.example.org",
        "HT801, P47=pbx.example.org/, P47=pbx.example.org",
        "HT801, P237=tftp://192.0.2.1/gs, P237=192.0.2.1/gs and P212=0",
        "GRP2614, P237=ftps://prov.example.org, P237=prov.example.org and P212=4",
        "HT502, P237=ftp://prov.example.org, P237=prov.example.org",
        "HT801, P2733=prov.example.org, ",
        "HT801, P2377=prov.example.org, P237=prov.example.org",
        "HT801V2, P194=0, P22296=0",
        "HT801V2, P194=2, ",
        "HT801V2, P194=9, "
    })
    void nearMissIsUnderstoodOrNothingIsSaid(String model, String line, String meant) {
        String[] pair = line.split("=", 2);
        List<Finding> findings =
                Catalogue.standard()
                        .check(
                                List.of(new NumberedSetting(1, Setting.of(pair[0], pair[1]))),
                                Optional.of(family(model)));
        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().suggestion()).isEqualTo(Optional.ofNullable(meant));
    }

    @ParameterizedTest
    @CsvSource({"seventy7, seventy7", "'seventy7 ', seventy7", "seventy seven, "})
    void passwordUnderTheMisprintMovesOnlyIfItMayStandThere(String value, String moved) {
        var setting = new NumberedSetting(1, Setting.of("P1349", value));
        List<Finding> findings =
                Catalogue.standard().check(List.of(setting), Optional.of(family("HT801")));
        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().instead())
                .isEqualTo(moved == null ? List.of() : List.of(Setting.of("P1359", moved)));
    }

    /** Whoever writes what was suggested is left in peace. */
    @Property(tries = 2_000)
    void suggestionFits(
            @ForAll @IntRange(max = 9_000) int number,
            @ForAll("values") String value,
            @ForAll @IntRange(max = 28) int family) {
        Optional<Family> phones = Optional.of(DeviceModels.families().get(family));
        var setting = new NumberedSetting(1, new Setting(new PValue(number), value));
        for (Finding finding : Catalogue.standard().check(List.of(setting), phones)) {
            for (Setting meant : finding.instead()) {
                Optional<Definition> definition =
                        Catalogue.standard().find(meant.p(), phones.orElseThrow());
                if (definition.isPresent()) {
                    assertThat(definition.orElseThrow().misfit(meant.value())).isEmpty();
                }
            }
        }
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(
                "yes",
                "No",
                "on",
                " 1",
                "1 ",
                "2",
                "80",
                "HTTPS",
                "http://a.example/x",
                "https://",
                "a.example",
                "a.example/",
                "sunday",
                "PCMU",
                "f1=350",
                "x y",
                "-1",
                "99999999999");
    }

    private static Family family(String model) {
        return DeviceModels.find(model).orElseThrow().family();
    }
}
