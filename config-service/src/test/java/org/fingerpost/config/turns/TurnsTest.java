package org.fingerpost.config.turns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.config.layers.Origin;
import org.fingerpost.config.layers.Told;
import org.fingerpost.formats.catalogue.Catalogue;
import org.fingerpost.formats.catalogue.NumberedSetting;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.model.DeviceModel;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.formats.pvalue.Setting;
import org.junit.jupiter.api.Test;

/** How a turn is told, by family, and where it lies among the layers. */
class TurnsTest {
    private static final MacAddress MAC = MacAddress.parse("000b82123456");
    private static final TurnKey KEY = TurnKey.of(new byte[TurnKey.BYTES]);
    private static final Pace NIGHT = new Pace.Hours(22, 4);
    private static final Pace DAILY = new Pace.Every(1440, 0);

    @Test
    void eachFamilyIsToldInItsOwnNumbers() {
        assertThat(told("GXP2160", DAILY)).containsExactly("P194=1", "P193=1440");
        assertThat(told("HT801", DAILY)).containsExactly("P194=3", "P193=1440");
        assertThat(told("HT801V2", DAILY)).containsExactly("P22296=1", "P193=1440");
        assertThat(told("HT801", new Pace.Hours(5, 6)))
                .containsExactly("P194=1", "P285=5", "P8459=6", "P8458=1");
        assertThat(told("GRP2612", new Pace.Hours(23, 0)))
                .containsExactly("P194=2", "P285=23", "P8459=23", "P8458=1");
    }

    @Test
    void aFamilyWithoutHoursHasAnIntervalOfAboutADayAndOneWithoutEitherIsToldNothing() {
        assertThat(told("GXP2020", NIGHT).getFirst()).isEqualTo("P194=1");
        assertThat(Integer.parseInt(told("GXP2020", NIGHT).getLast().substring(5)))
                .isBetween(1080, 1800);
        assertThat(told("GXV3370", DAILY)).isEmpty();
    }

    @Test
    void noTurnOfAnyFamilyIsRefusedByTheCatalogue() {
        for (DeviceModel model : DeviceModels.all()) {
            for (Pace pace :
                    List.of(NIGHT, new Pace.Hours(0, 0), DAILY, new Pace.Every(43_230, 43_170))) {
                List<NumberedSetting> lines = new ArrayList<>();
                laid(List.of(), pacing(pace), model.name(), List.of())
                        .forEach(each ->
                                lines.add(new NumberedSetting(lines.size() + 1, each.setting())));
                assertThat(Catalogue.standard().check(lines, Optional.of(model.family())))
                        .isEmpty();
            }
        }
    }

    @Test
    void whatItsOwnOrANearerLayerSaysStandsAndWhatFartherOnesSayDoesNot() {
        List<Told> said =
                List.of(
                        by("platform", "P193", "1"),
                        by("model/GXP2160", "P194", "0"),
                        by("account/1", "P47", "sip.example"));
        assertThat(texts(laid(said, pacing(DAILY), "GXP2160", List.of("berlin"))))
                .containsExactly("P193=1440", "P194=1", "P47=sip.example");
        for (String layer :
                List.of("provider", "firmware", "group/berlin", "device", "account/2")) {
            assertThat(
                            texts(
                                    laid(
                                            List.of(by(layer, "P193", "77")),
                                            pacing(DAILY),
                                            "GXP2160",
                                            List.of("berlin"))))
                    .containsExactly("P193=77", "P194=1");
        }
    }

    @Test
    void aGroupsPaceLiesOverTheProvidersSheetAndUnderThatOfTheGroup() {
        Pacing pacing =
                new Pacing(KEY, Optional.of(new Pace.Every(600, 0)), Map.of("germany", DAILY));
        List<String> around = List.of("berlin", "germany", "europe");

        for (String layer : List.of("provider", "group/europe")) {
            assertThat(texts(laid(List.of(by(layer, "P193", "77")), pacing, "GXP2160", around)))
                    .contains("P193=1440");
        }
        for (String layer : List.of("group/germany", "group/berlin", "device")) {
            assertThat(texts(laid(List.of(by(layer, "P193", "77")), pacing, "GXP2160", around)))
                    .contains("P193=77");
        }
        assertThat(texts(laid(List.of(), pacing, "GXP2160", List.of("paris"))))
                .contains("P193=600");
        assertThat(laid(List.of(), pacing, "GXP2160", around).getFirst().origin().layer())
                .isEqualTo("staggering/germany");
    }

    @Test
    void aPaceThatNotAllFamiliesTakeIsRefused() {
        for (PaceForm form :
                List.of(
                        new PaceForm(59, 0, null, null),
                        new PaceForm(100, 41, null, null),
                        new PaceForm(Integer.MAX_VALUE, 1, null, null),
                        new PaceForm(100, -1, null, null),
                        new PaceForm(null, null, 24, 1),
                        new PaceForm(null, null, 1, null),
                        new PaceForm(1440, null, 1, 2),
                        new PaceForm(null, null, null, null))) {
            assertThatThrownBy(form::toPace).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new PaceForm(60, null, null, null).toPace()).isEqualTo(new Pace.Every(60, 0));
        assertThat(new PaceForm(1440, null, null, null).toPace())
                .isEqualTo(new Pace.Every(1440, 360));
    }

    private static List<String> told(String model, Pace pace) {
        return texts(laid(List.of(), pacing(pace), model, List.of()));
    }

    private static Pacing pacing(Pace pace) {
        return new Pacing(KEY, Optional.of(pace), Map.of());
    }

    private static List<Told> laid(
            List<Told> said, Pacing pacing, String model, List<String> around) {
        return Turns.laid(said, pacing, MAC, DeviceModels.find(model).orElseThrow(), around);
    }

    private static Told by(String layer, String p, String value) {
        return new Told(Setting.of(p, value), false, new Origin(layer, "", 1, "test"));
    }

    private static List<String> texts(List<Told> told) {
        return told.stream()
                .map(each -> each.setting().p() + "=" + each.setting().value())
                .toList();
    }
}
