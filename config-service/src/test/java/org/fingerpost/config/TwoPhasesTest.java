package org.fingerpost.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.config.Desk.SIP_PASSWORD;
import static org.fingerpost.config.Desk.base;
import static org.fingerpost.config.Desk.by;
import static org.fingerpost.config.Desk.headUntil;
import static org.fingerpost.config.Desk.ownDirectory;
import static org.fingerpost.config.Desk.phone;
import static org.fingerpost.config.Desk.phoneUntil;
import static org.fingerpost.config.Desk.value;
import static org.fingerpost.config.SelfService.batch;
import static org.fingerpost.config.SelfService.claim;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/** The manual's two-phase process, page 3: a generic file first, the phone's own after the PIN. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class TwoPhasesTest {
    private static final String MAC = "000b82640001";
    private static final String PROVISIONING_CENTRE = "provisioning-centre.example";

    private final Customer acme = PlayedRedirect.customer();

    @Test
    void aPhoneThatNobodyKnowsCallsTheProvisioningCentreAndGetsItsOwnFile() {
        // Registers without a password where all can be called is the provisioning centre.
        by(acme.apiKey())
                .body(Map.of("settings", Map.of("P47", PROVISIONING_CENTRE, "P35", "setup")))
                .put("/api/v1/generic-settings")
                .then()
                .statusCode(201);
        String pin =
                batch(
                                acme,
                                Map.of(
                                        "model", "GXP2160",
                                        "settings", Map.of("P47", "sip.example"),
                                        "pins",
                                                List.of(
                                                        Map.of(
                                                                "number",
                                                                "+49301234",
                                                                "settings",
                                                                Map.of(
                                                                        "P35",
                                                                        "301234",
                                                                        "P34",
                                                                        SIP_PASSWORD)))))
                        .path("pins[0].pin");

        assertThat(phoneUntil(200, base(acme) + "/cfg.xml").asString())
                .contains("<P47>" + PROVISIONING_CENTRE + "</P47>");
        phone(base(acme) + "/cfg" + MAC).then().statusCode(404);
        phone(base(acme) + "/cfg" + MAC + ".xml").then().statusCode(404);

        claim(acme, MAC, pin, Map.of("number", "+49 30 1234", "caller", "sip:setup@192.0.2.7"))
                .then()
                .statusCode(201)
                .body("mac", equalTo(MAC));

        headUntil(200, base(acme) + "/cfg" + MAC + ".xml");
        Response own = phone(base(acme) + "/cfg" + MAC);
        own.then().statusCode(200);
        assertThat(value(own, "P34")).contains(SIP_PASSWORD);
        assertThat(value(own, "P35")).contains("301234");
        assertThat(value(own, "P47")).contains("sip.example");

        // The window is used up; from now on by the token that the file brought.
        phone(base(acme) + "/cfg" + MAC).then().statusCode(404);
        phone(base(acme) + "/cfg" + MAC + ".xml").then().statusCode(404);
        phone(ownDirectory(own) + "/cfg" + MAC + ".xml")
                .then()
                .statusCode(200)
                .body("gs_provision.mac", equalTo(MAC))
                .body("gs_provision.config.P34", equalTo(SIP_PASSWORD));
        // That the file was fetched comes to the desk by way of Kafka.
        Soon.until(
                () -> claim(acme, MAC, pin, Map.of("number", "+49301234")),
                again ->
                        again.statusCode() == 200
                                && again.<String>path("window.state").equals("closed"));
    }
}
