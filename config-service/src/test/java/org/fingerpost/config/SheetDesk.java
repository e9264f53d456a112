package org.fingerpost.config;

import static org.fingerpost.config.Desk.base;
import static org.fingerpost.config.Desk.by;
import static org.fingerpost.config.Desk.phone;
import static org.fingerpost.config.Desk.value;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.testkit.Soon;

/** A provider that writes sheets, and its phones. */
abstract class SheetDesk {
    private static final AtomicInteger COUNT = new AtomicInteger(1);
    static final String SHEETS = "/api/v1/sheets/";

    final Customer acme = PlayedRedirect.customer();

    static String newMac() {
        return String.format("000b8250%04x", COUNT.getAndIncrement());
    }

    Response draft(String sheet, Map<String, ?> body) {
        return by(acme.apiKey()).body(body).put(SHEETS + sheet + "/draft");
    }

    Response publish(String sheet, String... acknowledged) {
        return by(acme.apiKey())
                .body(Map.of("acknowledged", List.of(acknowledged), "note", "a test"))
                .post(SHEETS + sheet + "/publish");
    }

    void published(String sheet, Map<String, ?> body, String... acknowledged) {
        draft(sheet, body).then().statusCode(200);
        publish(sheet, acknowledged).then().statusCode(200);
    }

    void group(String name, String parent) {
        by(acme.apiKey())
                .body(parent.isEmpty() ? Map.of() : Map.of("parent", parent))
                .put("/api/v1/groups/" + name)
                .then()
                .statusCode(201);
    }

    String device(Map<String, ?> more) {
        String mac = newMac();
        put(mac, more).then().statusCode(201);
        return mac;
    }

    Response put(String mac, Map<String, ?> more) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("model", "GXP2160");
        body.put("settings", Map.of());
        body.putAll(more);
        return by(acme.apiKey()).body(body).put("/api/v1/devices/" + mac);
    }

    Response fileUntil(String mac, String p, String expected) {
        return Soon.until(
                () -> phone(base(acme) + "/cfg" + mac),
                file -> file.statusCode() == 200 && value(file, p).equals(Optional.of(expected)));
    }
}
