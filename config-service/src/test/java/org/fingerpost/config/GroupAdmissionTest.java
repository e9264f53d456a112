package org.fingerpost.config;

import static org.fingerpost.config.Desk.base;
import static org.fingerpost.config.Desk.by;
import static org.fingerpost.config.Desk.phone;
import static org.fingerpost.config.Desk.phoneWithSecret;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.Map;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups whose phones are admitted by a rule of their own. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class GroupAdmissionTest extends AdmissionDesk {
    @Test
    void aGroupMayHaveAModeOfItsOwnUntilItLeavesIt() {
        changeGroup("berlin", "token").then().statusCode(200).body("mode", equalTo("window"));
        changeGroup("berlin.mitte", "open").then().body("groups.size()", equalTo(2));
        by(acme.apiKey())
                .get("/api/v1/admission/groups/berlin")
                .then()
                .statusCode(200)
                .body("mode", equalTo("token"));
        by(acme.apiKey()).get("/api/v1/admission/groups/paris").then().statusCode(404);

        by(acme.apiKey())
                .delete("/api/v1/admission/groups/berlin.mitte")
                .then()
                .statusCode(200)
                .body("groups", equalTo(Map.of("berlin", "token")));
        by(PlayedRedirect.customer().apiKey())
                .get("/api/v1/admission")
                .then()
                .body("groups", equalTo(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-berlin", "ber%20lin", "%C3%BCber"})
    void aGroupWithAnImpossibleNameIsRefused(String group) {
        RestAssured.given()
                .auth()
                .oauth2(acme.apiKey())
                .contentType("application/json")
                .urlEncodingEnabled(false)
                .body(Map.of("mode", "open"))
                .put("/api/v1/admission/groups/" + group)
                .then()
                .statusCode(422);
        by(acme.apiKey()).get("/api/v1/admission").then().body("groups", equalTo(Map.of()));
    }

    @Test
    void oneGroupThatAsksForLoginsMakesAllAddressesOfTheProviderAsk() {
        phoneWithSecret(acme, mac);
        phone(base(acme) + file).then().statusCode(200);
        assertNothing(phone(base(acme) + "/cfg" + NOBODYS));

        changeGroup("berlin", "basic").then().statusCode(200);

        Soon.until(
                () -> phone(base(acme) + "/cfg" + NOBODYS).statusCode(), status -> status == 401);
        assertAsked(phone(base(acme) + file));
        // This device is in no group, so a login does not help it.
        assertNothing(asking(base(acme) + file, mac, derivedPassword()));
    }
}
