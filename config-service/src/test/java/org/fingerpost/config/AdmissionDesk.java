package org.fingerpost.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.config.Desk.by;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.fingerpost.config.PlayedRedirect.Customer;

/** A phone of a provider that says how its phones prove themselves, and what the others see. */
abstract class AdmissionDesk {
    private static final AtomicInteger COUNT = new AtomicInteger(0x10);
    static final String NOBODYS = "000b827fffff";

    final String mac = String.format("000b8270%04x", COUNT.getAndIncrement());
    final Customer acme = PlayedRedirect.customer();
    final String file = "/cfg" + mac;

    Response changeGroup(String group, String mode) {
        return by(acme.apiKey())
                .body(Map.of("mode", mode))
                .put("/api/v1/admission/groups/" + group);
    }

    JsonPath login() {
        return by(acme.apiKey())
                .post("/api/v1/devices/" + mac + "/login")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    String derivedPassword() {
        return login().getString("password");
    }

    static Response asking(String path, String user, String password) {
        return RestAssured.given().auth().preemptive().basic(user, password).get(path);
    }

    static void assertAsked(Response answer) {
        answer.then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Basic realm=\"phones\""))
                .header("Content-Length", equalTo("0"));
    }

    static void assertNothing(Response answer) {
        answer.then().statusCode(404).header("Content-Length", equalTo("0"));
        assertThat(answer.header("WWW-Authenticate")).isNull();
    }
}
