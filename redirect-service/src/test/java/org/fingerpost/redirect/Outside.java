package org.fingerpost.redirect;

import io.restassured.specification.RequestSpecification;

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

    /** A target server that answers at these addresses. */
    public static long targetServer(Customer customer, String configUrl, String firmwareUrl) {
        return Registry.server(
                new Registry.Customer(customer.id(), "", customer.apiKey()),
                configUrl,
                firmwareUrl);
    }
}
