package org.fingerpost.redirect;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;

/** What a test does as operator, provider and phone. */
final class Registry {
    private Registry() {}

    record Customer(long id, String pathKey, String apiKey) {}

    static Customer customer(String name) {
        Response made =
                by(Backends.OPERATOR_KEY)
                        .body(
                                Map.of(
                                        "companyName", name,
                                        "address", "1 Road",
                                        "contactEmail", "noc@example.com"))
                        .post("/api/v1/providers");
        made.then().statusCode(201).header("Fingerpost-Revision", containsString("redirect="));
        return new Customer(
                made.jsonPath().getLong("id"), made.path("pathKey"), made.path("apiKey"));
    }

    static long server(Customer customer, String configUrl, String firmwareUrl) {
        Response made =
                by(customer.apiKey())
                        .body(
                                Map.of(
                                        "name", configUrl,
                                        "configUrl", configUrl,
                                        "firmwareUrl", firmwareUrl))
                        .post("/api/v1/target-servers");
        made.then().statusCode(201);
        return made.jsonPath().getLong("id");
    }

    static Response register(Customer customer, String first, String last, long server) {
        return by(customer.apiKey())
                .body(Map.of("first", first, "last", last, "targetServerId", server))
                .post("/api/v1/ranges");
    }

    static long range(Customer customer, String first, String last, long server) {
        Response made = register(customer, first, last, server);
        made.then().statusCode(201).body("state", equalTo("pending"));
        return made.jsonPath().getLong("id");
    }

    static void approve(long range) {
        by(Backends.OPERATOR_KEY)
                .post("/api/v1/ranges/" + range + "/approve")
                .then()
                .statusCode(200);
    }

    static RequestSpecification by(String key) {
        return RestAssured.given().auth().oauth2(key).contentType(ContentType.JSON);
    }

    static Response phone(String path) {
        return RestAssured.given()
                .header(
                        "User-Agent",
                        "Grandstream Model HW GXP2160 SW 1.0.11.39 DevId 000b82000001")
                .get(path);
    }

    static Response phoneUntil(int status, String path) {
        return Soon.until(() -> phone(path), answer -> answer.statusCode() == status);
    }
}
