package org.fingerpost.drills.drilled;

import java.util.Map;

/**
 * A provider, as redirect has made it.
 *
 * @param pathKey the folder of its files at config and firmware
 */
public record Customer(String apiKey, String pathKey) {
    /** {@code redirect}: address of redirect's control plane. */
    public static Customer open(String redirect, String operatorKey) {
        Api.Reply made =
                new Api(redirect, operatorKey)
                        .post(
                                "/api/v1/providers",
                                Map.of(
                                        "companyName", "Example Telecom",
                                        "address", "1 Main Street",
                                        "contactEmail", "noc@example.com"));
        if (!made.acknowledged()) {
            throw new IllegalStateException("no provider: " + made.status());
        }
        return new Customer(
                made.body().path("apiKey").asText(), made.body().path("pathKey").asText());
    }

    @Override
    public String toString() {
        return "Customer[…]";
    }
}
