package org.fingerpost.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.fingerpost.config.Desk.base;
import static org.fingerpost.config.Desk.by;
import static org.fingerpost.config.Desk.ownDirectory;
import static org.fingerpost.config.Desk.phoneUntil;
import static org.fingerpost.config.Desk.put;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.formats.seal.KeyDigest;
import org.fingerpost.formats.seal.SealException;
import org.fingerpost.formats.seal.Sealing;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/** Under which XML password a device's file goes out, and how one gives way to the next. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class SealedFilesTest {
    private static final AtomicInteger COUNT = new AtomicInteger(1);
    private static final String OLD = "old-Pass-1";
    private static final String NEW = "new-Pass-2";

    private final String mac = String.format("000b8261%04x", COUNT.getAndIncrement());
    private final Customer acme = PlayedRedirect.customer();
    private final String device = "/api/v1/devices/" + mac;

    private void password(String password, int status) {
        put(acme, mac, Map.of("P64", "CET", "P1359", password)).then().statusCode(status);
    }

    private static String opened(Response file, String password) {
        try {
            return new String(
                    Sealing.open(file.asByteArray(), password, KeyDigest.MD5),
                    StandardCharsets.UTF_8);
        } catch (SealException e) {
            return "";
        }
    }

    private static Response ask(String directory, String name) {
        return RestAssured.get(directory + "/" + name);
    }

    /** Asks until the answer opens with the password and holds what is expected. */
    private Response until(String directory, String password, String holds) {
        return Soon.until(
                () -> ask(directory, "cfg" + mac + ".xml"),
                file -> opened(file, password).contains(holds));
    }

    private String provisioned() {
        password(OLD, 201);
        Response binary = phoneUntil(200, base(acme) + "/cfg" + mac);
        String directory = ownDirectory(binary);
        until(directory, OLD, "CET");
        return directory;
    }

    private void keyIs(String state) {
        Soon.until(
                () -> by(acme.apiKey()).get(device).<String>path("configKey.state"), state::equals);
    }

    @Test
    void aPhoneThatHasItsPasswordGetsItsXmlSealed() {
        String directory = provisioned();

        Response sealed = ask(directory, "cfg" + mac + ".xml");

        assertThat(sealed.asString()).startsWith("Salted__");
        assertThat(sealed.contentType()).isEqualTo("application/octet-stream");
        assertThat(ask(directory, "cfg" + mac + ".xml").asByteArray())
                .isEqualTo(sealed.asByteArray());
        RestAssured.given()
                .header("If-None-Match", sealed.header("ETag"))
                .get(directory + "/cfg" + mac + ".xml")
                .then()
                .statusCode(304);
        by(acme.apiKey()).get(device).then().body("configKey.known", equalTo(true));
    }

    @Test
    void openSslOpensIt() throws IOException, InterruptedException {
        String directory = provisioned();
        byte[] sealed = ask(directory, "cfg" + mac + ".xml").asByteArray();
        Process openssl;
        try {
            openssl =
                    new ProcessBuilder(
                                    "openssl", "enc", "-d", "-aes-256-cbc", "-md", "md5", "-k", OLD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
        } catch (IOException e) {
            assumeThat(false).as("openssl is not on this machine").isTrue();
            return;
        }
        try (OutputStream in = openssl.getOutputStream()) {
            in.write(sealed);
        }
        String plain = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(openssl.waitFor()).isZero();
        assertThat(plain).contains("<P64>CET</P64>").contains("<P1359>" + OLD + "</P1359>");
    }

    @Test
    void aNewPasswordComesUnderTheOldOneAndHoldsFromTheNextCheckOn() {
        String directory = provisioned();
        password(NEW, 200);

        until(directory, OLD, "<P1359>" + NEW + "</P1359>");
        until(directory, NEW, "<P1359>" + NEW + "</P1359>");
    }

    @Test
    void aPhoneThatCouldNotReadItsFileTakesThePasswordBack() {
        String directory = provisioned();
        password(NEW, 200);
        until(directory, NEW, "CET");
        keyIs("given");
        // Whoever knows the MAC address and no token takes nothing back.
        RestAssured.given()
                .header("User-Agent", "Grandstream Model HW GXP2160 SW 1.0.11.39 DevId " + mac)
                .get(base(acme) + "/cfg.xml");
        until(directory, NEW, "CET");
        keyIs("given");

        RestAssured.given()
                .header("User-Agent", "Grandstream Model HW GXP2160 SW 1.0.11.39 DevId " + mac)
                .get(directory + "/cfg.xml");

        keyIs("taken-back");
        until(directory, OLD, "CET");
        for (int i = 0; i < 3; i++) {
            assertThat(opened(ask(directory, "cfg" + mac + ".xml"), OLD)).contains("CET");
        }
        by(acme.apiKey())
                .body(Map.of("password", NEW))
                .put(device + "/config-key")
                .then()
                .statusCode(200)
                .body("configKey.state", equalTo("settled"));
        until(directory, NEW, "CET");
    }

    @Test
    void theProviderSaysThatThePhoneHasNoPasswordAnyMore() {
        String directory = provisioned();
        put(acme, mac, Map.of("P64", "CET", "P34", "geheim")).then().statusCode(200);
        by(acme.apiKey()).body(Map.of()).put(device + "/config-key").then().statusCode(200);

        Soon.until(
                () -> ask(directory, "cfg" + mac + ".xml").asString(),
                file -> file.contains("<P64>CET</P64>"));
        by(acme.apiKey())
                .body(Map.of("password", "with blank"))
                .put(device + "/config-key")
                .then()
                .statusCode(422);
    }
}
