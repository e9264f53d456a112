package org.fingerpost.redirect.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.phone.AskedFile.Form;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskedFileTest {
    private static final MacAddress MAC = MacAddress.parse("000b82123456");

    @ParameterizedTest
    @CsvSource({
        "/gs/cfg000b82123456, BINARY, false, cfg000b82123456",
        "/cfg000b82123456, BINARY, false, cfg000b82123456",
        "//cfg000b82123456, BINARY, false, cfg000b82123456",
        "//gs//cfg000b82123456, BINARY, false, cfg000b82123456",
        "/gs/a/b/cfg000b82123456, BINARY, false, cfg000b82123456",
        "/gs/cfg000b82123456.bin, BINARY, false, cfg000b82123456.bin",
        "/gs/CFG00:0B:82:12:34:56.XML, XML, false, cfg000b82123456.xml",
        "/gs/cfg00%3A0b%3A82%3A12%3A34%3A56.xml, XML, false, cfg000b82123456.xml",
        "/gs/cfg000b.8212.3456, BINARY, false, cfg000b82123456",
        "/gs/dev000b82123456.cfg, XML, false, dev000b82123456.cfg",
        "/gs/DEV00-0B-82-12-34-56.CFG, XML, false, dev000b82123456.cfg",
        "/gs/gs_cfg000b82123456_cfg003, BINARY, true, cfg000b82123456",
        "/gs/gs-cfg000b82123456.cfg, BINARY, true, cfg000b82123456",
        "/gs/cfg_cfg000b82123456, BINARY, true, cfg000b82123456",
        "/gs/cfg000b82123456v2, BINARY, true, cfg000b82123456",
        "/gs/cfg000b82123456.xml_v2, XML, true, cfg000b82123456.xml",
        "/gs/cfg000b82123456_v2.xml, XML, true, cfg000b82123456.xml",
        "/gs/x-cfg00:0b:82:12:34:56.xml, XML, true, cfg000b82123456.xml",
        "/gs/cfg000b82123456.bin_1, BINARY, true, cfg000b82123456.bin",
    })
    void aNameWithAMacIsAPhonesOwn(String path, Form form, boolean carries, String name) {
        AskedFile asked = AskedFile.of(path);

        assertThat(asked.form()).isEqualTo(form);
        assertThat(asked.mac()).contains(MAC);
        assertThat(asked.carries()).isEqualTo(carries);
        assertThat(asked.name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "/gs/cfg.xml, GENERIC_XML, ''",
        "/cfg.xml, GENERIC_XML, ''",
        "/gs/cfggrp2614.xml, GENERIC_XML, grp2614",
        "/gs/gs_cfg.xml_v2, GENERIC_XML, ''",
        "/gs/cfg.txt, GENERIC_BINARY, ''",
        "/gs/CFG.TXT, GENERIC_BINARY, ''",
        "/gs/gxp2160fw.bin, OTHER, ''",
        "/gs/x/phonebook.xml, OTHER, ''",
        "/gs/cfg000b8212345, OTHER, ''",
    })
    void aNameWithoutAMacIsAnybodys(String path, Form form, String model) {
        AskedFile asked = AskedFile.of(path);

        assertThat(asked.form()).isEqualTo(form);
        assertThat(asked.mac()).isEmpty();
        assertThat(asked.model()).isEqualTo(model);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/gs/",
                "/gs",
                "/favicon.ico",
                "/p/key/cfg000b82123456",
                "/gs/../cfg000b82123456",
                "/gs/%2e%2e/cfg000b82123456",
                "/gs%2fcfg000b82123456",
                "/gs/cfg000b82123456%00",
                "/gs/cfg000b82123456%",
                "/gs\\cfg000b82123456",
            })
    void whatIsElsewhereOrTriesTricksIsNotOurs(String path) {
        assertThat(AskedFile.of(path).form()).isEqualTo(Form.FOREIGN);
    }

    @ParameterizedTest
    @ValueSource(ints = {33, 500})
    void anAffixLongerThanAPhoneKeepsIsNone(int length) {
        String affix = "x".repeat(length);

        assertThat(AskedFile.of("/gs/" + affix + "cfg000b82123456").mac()).isEmpty();
        assertThat(AskedFile.of("/gs/cfg000b82123456" + affix).mac()).isEmpty();
    }
}
