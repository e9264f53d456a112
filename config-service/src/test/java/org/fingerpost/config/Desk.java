package org.fingerpost.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.formats.cfg.CfgBinary;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.testkit.Soon;

/** A provider's desk and its phones, as the tests use them. */
final class Desk {
    static final String SIP_PASSWORD = "s1p-Pass&word=geheim";

    private Desk() {}

    static RequestSpecification by(String key) {
        return RestAssured.given().auth().oauth2(key).contentType(ContentType.JSON);
    }

    static Response put(Customer customer, String mac, Map<String, String> settings) {
        return by(customer.apiKey())
                .body(Map.of("model", "GXP2160", "settings", settings))
                .put("/api/v1/devices/" + mac);
    }

    /** A device with a secret, and this service's doors know it. */
    static void phoneWithSecret(Customer customer, String mac) {
        put(customer, mac, Map.of("P47", "sip.example", "P34", SIP_PASSWORD))
                .then()
                .statusCode(201);
        headUntil(200, base(customer) + "/cfg" + mac);
    }

    static void admission(Customer customer, String mode) {
        by(customer.apiKey())
                .body(Map.of("mode", mode))
                .put("/api/v1/admission")
                .then()
                .statusCode(200);
    }

    static String base(Customer customer) {
        return "/p/" + customer.pathKey();
    }

    static Response phone(String path) {
        return RestAssured.given()
                .urlEncodingEnabled(false)
                .header("User-Agent", "Grandstream Model HW GXP2160 SW 1.0.11.39")
                .get(path);
    }

    static Response phoneUntil(int status, String path) {
        return Soon.until(() -> phone(path), answer -> answer.statusCode() == status);
    }

    static void headUntil(int status, String path) {
        Soon.until(() -> RestAssured.head(path).statusCode(), code -> code == status);
    }

    static PValues settings(Response file) {
        return CfgBinary.decode(file.asByteArray()).settings();
    }

    static Optional<String> value(Response file, String p) {
        return settings(file).get(PValue.parse(p));
    }

    /** The path of the device's own directory, from the P237 it was told. */
    static String ownDirectory(Response file) {
        String told = value(file, "P237").orElseThrow();
        assertThat(told).contains("/p/");
        return told.substring(told.indexOf("/p/"));
    }
}
