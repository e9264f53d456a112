package org.fingerpost.config.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.fingerpost.door.shedding.ShedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a path is put off with is told by its name, before anything is looked up. */
class SheddingOrderTest {
    @ParameterizedTest
    @CsvSource({
        "/p/key/cfg000b82123456, OWN",
        "/p/key/cfg000b82123456.xml, OWN",
        "/p/key/a-token/CFG000B82123456.XML, OWN",
        "/p/key/dev000b82123456.cfg, OWN",
        "/p/key/cfg.xml, GENERIC",
        "/p/key/cfggxp2160.xml, GENERIC",
        "/p/key/phonebook.xml, GENERIC",
    })
    void aPhonesOwnFileIsPutOffLaterThanFilesOfAnyPhone(String path, ShedClass expected) {
        assertThat(ConfigDoor.classOf(path)).isEqualTo(expected);
    }
}
