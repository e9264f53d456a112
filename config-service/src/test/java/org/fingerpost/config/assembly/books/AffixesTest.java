package org.fingerpost.config.assembly.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.fingerpost.formats.request.CarriedName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AffixesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gs_cfg000b82000001_cfg003",
                "GS_CFG00-0B-82-00-00-01_Cfg003",
                "gs_cfg000b82000001.xml_cfg003",
                "gs_cfg000b82000001_cfg003.xml",
                "gs_dev000b82000001.cfg_cfg003",
                "gs_cfg000b82000001.bin_cfg003"
            })
    void theManualsNameIsReadWhereverThePhonePutsThePostfix(String name) {
        assertThat(Affixes.of(CarriedName.find(name).orElseThrow()))
                .isEqualTo(Affixes.naming("gs_", "_cfg003"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "a/b, ''",
        "'', a b",
        "%41, ''",
        "'', xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "'', .xml",
        "'', .xml2",
        "'', .bin",
        "'', _a.xml",
        "cfg000b82000002, ''",
        "dev000b82000002_, ''"
    })
    void whatADoorCouldNotTellFromTheNameIsRefused(String prefix, String postfix) {
        assertThatThrownBy(() -> Affixes.naming(prefix, postfix))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lettersAreReadInAnyCase() {
        assertThat(Affixes.naming("GS_", "")).isEqualTo(Affixes.naming("gs_", ""));
    }
}
