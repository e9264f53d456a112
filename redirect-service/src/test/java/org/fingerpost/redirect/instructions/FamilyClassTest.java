package org.fingerpost.redirect.instructions;

import static org.assertj.core.api.Assertions.assertThat;

import org.fingerpost.formats.model.DeviceModel;
import org.fingerpost.formats.model.DeviceModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamilyClassTest {
    /** By the vendor's templates; a dash is what the family has not. */
    @ParameterizedTest
    @CsvSource({
        "GXP2000, P194, 0, 1, -, -",
        "BT200, P194, 0, 1, -, -",
        "GXP1405, P194, 0, 1, -, -",
        "GXP2160, P194, 0, 1, 2, 3",
        "GRP2614, P194, 0, 1, 2, 3",
        "HT801, P194, 0, 3, 1, 2",
        "HT502, P194, 0, 3, 1, 2",
        "GXW4216, P194, 0, 3, 1, 2",
        "HT802V2, P22296, 0, 1, 2, 3",
        "SomethingNew, P194, 0, 1, -, -",
        "'', P194, 0, 1, -, -",
    })
    void aFamilysNumbersAreTheCatalogues(
            String model, String p, String never, String interval, String daily, String weekly) {
        FamilyClass family = FamilyClass.of(model);

        assertThat(family.automatic()).hasToString(p);
        assertThat(number(family, AutoUpgrade.NEVER)).isEqualTo(never);
        assertThat(number(family, AutoUpgrade.INTERVAL)).isEqualTo(interval);
        assertThat(number(family, AutoUpgrade.DAILY)).isEqualTo(daily);
        assertThat(number(family, AutoUpgrade.WEEKLY)).isEqualTo(weekly);
        assertThat(number(family, AutoUpgrade.KEEP)).isEqualTo("-");
    }

    @Test
    void theSpellingOfAModelDoesNotMatter() {
        assertThat(FamilyClass.of("gxp-2160")).isSameAs(FamilyClass.of("GXP2160"));
    }

    @Test
    void whereDaysMayBeMeantNoMinutesAreTold() {
        assertThat(FamilyClass.of("HT287").takesMinutes()).isFalse();
        assertThat(FamilyClass.of("HT801").takesMinutes()).isTrue();
    }

    @Test
    void theClassesAreFewAndHaveTheirPlaceInTheList() {
        assertThat(FamilyClass.all()).hasSizeBetween(4, 12);
        for (DeviceModel model : DeviceModels.all()) {
            FamilyClass family = FamilyClass.of(model.name());
            assertThat(FamilyClass.all().get(family.index())).isSameAs(family);
        }
    }

    private static String number(FamilyClass family, AutoUpgrade wanted) {
        return family.number(wanted).orElse("-");
    }
}
