package org.fingerpost.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.config.Desk.base;
import static org.fingerpost.config.Desk.by;
import static org.fingerpost.config.Desk.headUntil;
import static org.fingerpost.config.Desk.ownDirectory;
import static org.fingerpost.config.Desk.phone;
import static org.fingerpost.config.Desk.put;
import static org.fingerpost.config.Desk.value;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.formats.cfg.CfgBinary;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every name by which a phone may ask, and what it gets by it. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class FilesTest {
    private static final AtomicInteger COUNT = new AtomicInteger(1);

    private final String mac = String.format("000b8260%04x", COUNT.getAndIncrement());
    private final Customer acme = PlayedRedirect.customer();

    private static Response as(String deviceId, String path) {
        return RestAssured.given()
                .header("User-Agent", "Grandstream Model HW GXP2160 SW 1.0.11.39 DevId " + deviceId)
                .get(path);
    }

    private void generic(Map<String, String> settings) {
        by(acme.apiKey())
                .body(Map.of("settings", settings))
                .put("/api/v1/generic-settings")
                .then()
                .statusCode(201);
        headUntil(200, base(acme) + "/cfg.xml");
    }

    private void open() {
        put(acme, mac, Map.of("P64", "CET")).then().statusCode(201);
        headUntil(200, base(acme) + "/cfg" + mac);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cfg%s",
                "cfg%s.bin",
                "gs_cfg%s_cfg003",
                "gs-cfg%s.cfg",
                "CFG%s",
                "any/middle/path/cfg%s"
            })
    void aBinaryIsGivenByAnyOfItsNames(String name) {
        open();

        Response file = phone(base(acme) + "/" + name.formatted(mac));

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(CfgBinary.decode(file.asByteArray()).mac()).hasToString(mac);
        assertThat(value(file, "P64")).contains("CET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cfg%s.xml",
                "dev%s.cfg",
                "gs_cfg%s.xml_003",
                "gs_cfg%s_003.xml",
                "a/b/cfg%s.XML"
            })
    void anXmlIsGivenByAnyOfItsNames(String name) {
        open();

        Response file = phone(base(acme) + "/" + name.formatted(mac));

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.asString()).contains("<mac>" + mac + "</mac>").contains("<P64>CET</P64>");
    }

    @Test
    void aMacAddressIsReadInAnySpelling() {
        open();
        String pairs = mac.toUpperCase(java.util.Locale.ROOT).replaceAll("(..)(?!$)", "$1:");

        assertThat(phone(base(acme) + "/cfg" + pairs.replace(":", "%3A")).statusCode())
                .isEqualTo(200);
        assertThat(phone(base(acme) + "/cfg" + pairs.replace(':', '-') + ".xml").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aFileIsTheSameToTheByteAndConfirmedByItsTag() {
        open();
        Response first = phone(base(acme) + "/cfg" + mac + ".xml");
        String tag = first.header("ETag");

        assertThat(phone(base(acme) + "/cfg" + mac + ".xml").asByteArray())
                .isEqualTo(first.asByteArray());
        RestAssured.given()
                .header("If-None-Match", tag)
                .get(base(acme) + "/cfg" + mac + ".xml")
                .then()
                .statusCode(304);
        RestAssured.head(base(acme) + "/cfg" + mac + ".xml")
                .then()
                .statusCode(200)
                .header("ETag", tag)
                .header("Content-Length", Integer.toString(first.asByteArray().length));
    }

    @Test
    void aModelsFileHasTheLayersAndNoSecretAndNoMac() {
        generic(Map.of("P64", "generic"));
        by(acme.apiKey())
                .body(
                        Map.of(
                                "settings",
                                Map.of(
                                        "P47", "sip.example",
                                        "P34", "geheim",
                                        "P35", "${account.1.user}",
                                        "P64", "layer")))
                .put("/api/v1/sheets/model/GXP2160/draft")
                .then()
                .statusCode(200);
        by(acme.apiKey())
                .body(Map.of())
                .post("/api/v1/sheets/model/GXP2160/publish")
                .then()
                .statusCode(200);

        Response file =
                Soon.until(
                        () -> phone(base(acme) + "/cfggxp2160.xml"),
                        answer -> answer.asString().contains("sip.example"));

        assertThat(file.asString())
                .contains("<P64>generic</P64>")
                .doesNotContain("geheim", "P35", "<mac>");
        assertThat(phone(base(acme) + "/cfggrp2614.xml").statusCode()).isEqualTo(404);
        assertThat(phone(base(acme) + "/cfgnosuchphone.xml").statusCode()).isEqualTo(404);
        assertThat(phone(base(acme) + "/cfg.xml").asString()).doesNotContain("sip.example");
    }

    @Test
    void aPhoneThatNamesItselfGetsItsOwnFileByAnyNameIfItIsAdmitted() {
        generic(Map.of("P64", "generic"));
        put(acme, mac, Map.of("P3", "mine", "P34", "geheim")).then().statusCode(201);
        headUntil(200, base(acme) + "/cfg" + mac);
        assertThat(as(mac, base(acme) + "/cfg.xml").asString())
                .contains("generic")
                .doesNotContain("geheim");
        Response first = phone(base(acme) + "/cfg" + mac);

        String own = ownDirectory(first);

        assertThat(as(mac, own + "/cfg.xml").asString()).contains("mine").contains("geheim");
        assertThat(as(mac, own + "/cfggxp2160.xml").asString()).contains("geheim");
        assertThat(as("000b82fffff0", own + "/cfg.xml").asString())
                .contains("generic")
                .doesNotContain("geheim");
        assertThat(as(mac, base(acme) + "/cfg.xml").asString()).doesNotContain("geheim");
    }
}
