package org.fingerpost.config;

import static org.fingerpost.config.Desk.by;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.config.PlayedRedirect.Customer;

/** A provider's PINs, its telephone system and its page, as the tests use them. */
final class SelfService {
    private SelfService() {}

    static Response batch(Customer customer, Map<String, ?> body) {
        return by(customer.apiKey()).body(body).post("/api/v1/pin-batches");
    }

    /** PINs with a secret for phones of one model. */
    static List<String> pins(Customer customer, int count) {
        Response made =
                batch(
                        customer,
                        Map.of(
                                "count",
                                count,
                                "model",
                                "GXP2160",
                                "settings",
                                Map.of("P47", "sip.example", "P34", Desk.SIP_PASSWORD)));
        made.then().statusCode(201);
        return made.path("pins.pin");
    }

    static String pin(Customer customer) {
        return pins(customer, 1).getFirst();
    }

    static Response claim(Customer customer, String mac, String pin) {
        return claim(customer, mac, pin, Map.of());
    }

    /** A caller of his own for every phone, unless {@code more} says another. */
    static Response claim(Customer customer, String mac, String pin, Map<String, String> more) {
        Map<String, String> body = new HashMap<>(Map.of("mac", mac, "pin", pin));
        body.put("caller", "sip:" + mac + "@setup.example");
        body.putAll(more);
        return by(customer.apiKey()).body(body).post("/api/v1/claims");
    }

    static Response page(Customer customer, Map<String, String> form) {
        return RestAssured.given()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post("/claim/" + customer.pathKey());
    }

    /** Another one than any of these. */
    static String wrong(String... pins) {
        String wrong = "31415926";
        while (List.of(pins).contains(wrong)) {
            wrong = String.format("%08d", Integer.parseInt(wrong) + 1);
        }
        return wrong;
    }
}
