package org.fingerpost.formats.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.request.RequestedFile.GenericXml;
import org.fingerpost.formats.request.RequestedFile.ModelXml;
import org.fingerpost.formats.request.RequestedFile.Other;
import org.fingerpost.formats.request.RequestedFile.OwnBinary;
import org.fingerpost.formats.request.RequestedFile.OwnXml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestedFileTest {

    private static final MacAddress PHONE = MacAddress.parse("000b82123456");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/gs/cfg000b82123456",
                "cfg000b82123456",
                "//gs///cfg000b82123456",
                "/gs/CFG000B82123456",
                "/gs/cfg00:0b:82:12:34:56",
                "/gs/cfg00%3A0B%3a82%3A12%3A34%3A56",
                "/gs/cfg00-0b-82-12-34-56",
                "/gs/cfg000b.8212.3456",
                "/gs/%63fg000b82123456",
                "/p/key/token/cfg.xml/cfg000b82123456",
                "/~phones/two%20words/cfg000b82123456"
            })
    void ownBinaryIsKnownInAnySpellingByTheLastSegment(String path) {
        assertEquals(new OwnBinary(PHONE, false), RequestedFile.of(path));
    }

    @Test
    void extensionOfTheBinaryIsRemembered() {
        assertEquals(new OwnBinary(PHONE, true), RequestedFile.of("/gs/cfg000b82123456.BIN"));
        assertEquals(new OwnBinary(PHONE, true), RequestedFile.of("/gs/cfg00.0b.82.12.34.56.bin"));
    }

    @Test
    void xmlFilesAreToldApart() {
        assertEquals(new OwnXml(PHONE), RequestedFile.of("/gs/cfg000B82123456.XML"));
        assertEquals(new OwnXml(PHONE), RequestedFile.of("/gs/cfg00.0b.82.12.34.56.xml"));
        assertEquals(new GenericXml(), RequestedFile.of("/gs/cfg.xml"));
        assertEquals(new GenericXml(), RequestedFile.of("/gs/CFG.XML"));
        assertEquals(new ModelXml("grp2614"), RequestedFile.of("/gs/cfggrp2614.xml"));
        assertEquals(new ModelXml("HT801V2"), RequestedFile.of("/gs/cfgHT801V2.xml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "AZ", "az09_-", "Za", "zA", "m2345678901234567890123456789012"})
    void modelIsALetterThenUpToThirtyOneMore(String model) {
        assertEquals(new ModelXml(model), RequestedFile.of("/gs/cfg" + model + ".xml"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "1a",
                "@a",
                "[a",
                "`a",
                "{a",
                "a:",
                "a@",
                "m23456789012345678901234567890123"
            })
    void whatIsNoModelNamesNoFile(String word) {
        assertEquals(new Other(), RequestedFile.of("/gs/cfg" + word + ".xml"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/gs/",
                "/gs/cfg000b82123456/",
                "/gs/cfg",
                "/gs/cfg.",
                "/gs/cfg.bin",
                "/gs/.xml",
                "/gs/cfg.txt",
                "/gs/dev000b82123456.cfg",
                "/gs/cfg000b8212345",
                "/gs/cfg000b8212345.xml",
                "/gs/cfg000b821234567",
                "/gs/cfg000b82123456.xml.bin",
                "/gs/cfg000b82123456.xmlx",
                "/gs/xcfg000b82123456",
                "/gs/cfggrp2614 .xml",
                "/gs/gxp2160fw.bin",
                "/gs/cfg000b82123456?x=1"
            })
    void everythingElseIsOther(String path) {
        assertEquals(new Other(), RequestedFile.of(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/gs/../cfg000b82123456",
                "/gs/%2e%2e/cfg000b82123456",
                "/gs/.%2E/cfg000b82123456",
                "/gs/a..b/cfg000b82123456",
                "/gs%2fcfg000b82123456",
                "/gs%2Fcfg000b82123456",
                "/gs/x%5ccfg000b82123456",
                "/gs\\cfg000b82123456",
                "/gs/cfg000b82123456%00",
                "/gs/cfg000b82123456%00.xml",
                "/gs/cfg000b82123456\0",
                "/gs%00/cfg000b82123456",
                "/gs/cfg000b82123456%0d%0a",
                "/gs/%c3%a9/cfg000b82123456",
                "/gs/é/cfg000b82123456",
                "/gs/cfg000b82123456%",
                "/gs/cfg000b82123456%6",
                "/gs/%zz/cfg000b82123456",
                "/gs/%6١/cfg000b82123456",
                "/gs/cfg000b82123456%2exml%00"
            })
    void trickInAnySegmentIsOther(String path) {
        assertEquals(new Other(), RequestedFile.of(path));
    }

    @Test
    void escapeIsUndoneOnlyOnce() {
        assertEquals(new Other(), RequestedFile.of("/gs/%2563fg000b82123456"));
        assertEquals(new OwnXml(PHONE), RequestedFile.of("/gs/cfg000b82123456%2exml"));
    }

    @Test
    void pathBeyondTheLimitIsOther() {
        String name = "/cfg000b82123456";
        String filler = "/" + "x".repeat(1024 - name.length() - 1);
        assertEquals(new OwnBinary(PHONE, false), RequestedFile.of(filler + name));
        assertEquals(new Other(), RequestedFile.of(filler + "x" + name));
    }

    @Property
    void anyTextIsReadWithoutAnException(@ForAll String path) {
        assertNotNull(RequestedFile.of(path));
    }

    @Property
    void nearMissesAreReadWithoutAnException(@ForAll("nearMisses") String path) {
        if (RequestedFile.of(path) instanceof OwnBinary(MacAddress mac, boolean dotBin)) {
            assertThat(mac.toString()).hasSize(12);
            assertThat(path.contains("bin") || path.contains("BIN") || !dotBin).isTrue();
        }
    }

    @Provide
    Arbitrary<String> nearMisses() {
        return Arbitraries.of(
                        "/",
                        "cfg",
                        "CFG",
                        "000b82",
                        "123456",
                        "00:0b:82:",
                        "12-34-56",
                        ".",
                        ".xml",
                        ".bin",
                        "%",
                        "%2",
                        "%2e",
                        "%2f",
                        "%00",
                        "..",
                        "\\",
                        "grp2614",
                        "é",
                        " ",
                        "?",
                        "f",
                        "%63")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }
}
