package org.fingerpost.redirect;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import org.fingerpost.testkit.Backends;

/** {@link Registry} for tests that live in rooms. */
public final class Outside {
    private Outside() {}

    public record Customer(long id, String apiKey) {}

    public static Customer provider(String name) {
        Registry.Customer made = Registry.customer(name);
        return new Customer(made.id(), made.apiKey());
    }

    public static RequestSpecification by(Customer customer) {
        return Registry.by(customer.apiKey());
    }

    public static RequestSpecification operator() {
        return Registry.by(Backends.OPERATOR_KEY);
    }

    /** A target server that answers at these addresses. */
    public static long targetServer(Customer customer, String configUrl, String firmwareUrl) {
        return Registry.server(
                new Registry.Customer(customer.id(), "", customer.apiKey()),
                configUrl,
                firmwareUrl);
    }

    /** The id of a range that is registered and pending. */
    public static long register(Customer customer, String first, String last, long server) {
        return Registry.range(
                new Registry.Customer(customer.id(), "", customer.apiKey()), first, last, server);
    }

    /** The customer's ranges around a phone, the innermost first. */
    public static JsonPath rangesAround(Customer customer, String mac) {
        return by(customer).get("/api/v1/ranges?mac=" + mac).jsonPath();
    }

    public static void approve(long range) {
        Registry.approve(range);
    }

    public static void block(long range) {
        Registry.by(Backends.OPERATOR_KEY)
                .post("/api/v1/ranges/" + range + "/block")
                .then()
                .statusCode(200);
    }
}
