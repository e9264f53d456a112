package org.fingerpost.firmware.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.fingerpost.firmware.names.AskedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirmwarePathTest {

    @Test
    void aFileHasOneAddressHoweverItsLettersAreWritten() {
        FirmwarePath path = new FirmwarePath("key", new AskedFile("", "gxp2160fw.bin"));

        assertThat(FirmwarePath.of("/fw/key/gxp2160fw.bin")).contains(path);
        assertThat(FirmwarePath.of("/fw/key/%67xp2160fw%2Ebin")).contains(path);
    }

    @Test
    void aFileMayLieInFoldersAndInTheDirectoryThatIsConfigsToo() {
        assertThat(FirmwarePath.of("/fw/key/HT502/1.0.7.6/gs_ht502fw.bin"))
                .contains(
                        new FirmwarePath("key", new AskedFile("HT502/1.0.7.6", "gs_ht502fw.bin")));
        assertThat(FirmwarePath.of("/p/key/.gxp2160fw.bin"))
                .contains(new FirmwarePath("key", new AskedFile("", ".gxp2160fw.bin")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/fw",
                "/fw/",
                "/fw/key",
                "/fw/key/",
                "/fw//a.bin/",
                "/fw/key//a.bin",
                "/fw/key/a/b/c/d/e/a.bin",
                "/fw/key/x/../a.bin",
                "/fw/key/x//a.bin",
                "/fw/key/cfg000b82123456",
                "/p/key/cfg000b82123456.xml",
                "/p/key/CFG.xml",
                "/fw/key/x%2fa.bin",
                "/fw/key/..",
                "/fw/key/%2e%2e",
                "/fw/key/a%00",
                "/fw/key/a%",
                "/fw/key/a%4",
                "/fw/key/a%zz",
                "/fw/key/a%+1",
                "/fw/key/a b",
                "/fw/key/\u00e4.bin",
                "/fw/key/%c3%a4.bin",
                "/FW/key/a.bin",
                "fw/key/a.bin"
            })
    void whatIsNoSuchAddressNamesNothing(String path) {
        assertThat(FirmwarePath.of(path)).isEmpty();
    }
}
