package org.fingerpost.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.config.Desk.SIP_PASSWORD;
import static org.fingerpost.config.Desk.admission;
import static org.fingerpost.config.Desk.base;
import static org.fingerpost.config.Desk.by;
import static org.fingerpost.config.Desk.headUntil;
import static org.fingerpost.config.Desk.phone;
import static org.fingerpost.config.Desk.phoneUntil;
import static org.fingerpost.config.Desk.phoneWithSecret;
import static org.fingerpost.config.Desk.put;
import static org.fingerpost.config.Desk.value;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Phones that prove themselves by name and password. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class LoginTest extends AdmissionDesk {
    @Test
    void byLoginTheFirstFileBringsNameAndPasswordAndTheyAdmit() {
        admission(acme, "basic");
        put(acme, mac, Map.of("P34", SIP_PASSWORD)).then().statusCode(201);

        Response first = phoneUntil(200, base(acme) + file);
        assertThat(value(first, "P1360")).contains(mac);
        String password = value(first, "P1361").orElseThrow();
        assertThat(password).matches("[a-z2-7]{24}");
        assertThat(value(first, "P237")).isEmpty();

        assertAsked(phone(base(acme) + file));
        Response second = asking(base(acme) + file, mac, password);
        second.then().statusCode(200);
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        asking(base(acme) + file + ".xml", mac, password).then().statusCode(200);
        assertThat(password).isEqualTo(derivedPassword());
    }

    @Test
    void whereLoginsAreAskedForNobodyLearnsWhichAddressesHavePhones() {
        admission(acme, "basic");
        phoneWithSecret(acme, mac);
        phone(base(acme) + file).then().statusCode(200);

        for (String path :
                List.of(file, file + ".xml", "/cfg" + NOBODYS, "/cfg" + NOBODYS + ".bin")) {
            assertAsked(phone(base(acme) + path));
            assertAsked(withHeader("Basic ???", base(acme) + path));
            assertAsked(withHeader("Bearer fp_1_x", base(acme) + path));
            assertNothing(asking(base(acme) + path, mac, "wrong-password"));
            assertNothing(asking(base(acme) + path, "", ""));
        }
        assertNothing(phone("/p/nobodynobody" + file));
        assertNothing(phone(base(acme) + "/cfg.xml"));
    }

    @Test
    void aLoginAdmitsToNobodyElsesFile() {
        String other = mac.substring(0, 6) + "71" + mac.substring(8);
        Customer rival = PlayedRedirect.customer();
        admission(acme, "basic");
        admission(rival, "basic");
        phoneWithSecret(acme, mac);
        phoneWithSecret(acme, other);
        phone(base(acme) + "/cfg" + other).then().statusCode(200);
        String password = value(phone(base(acme) + file), "P1361").orElseThrow();

        assertNothing(asking(base(acme) + "/cfg" + other, mac, password));
        assertNothing(asking(base(acme) + "/cfg" + other, other, password));
        assertNothing(asking(base(rival) + file, mac, password));
        asking(base(acme) + file, mac, password).then().statusCode(200);
    }

    @Test
    void aChosenLoginTakesThePlaceOfTheDerivedOneUntilTheDeviceIsRearmed() {
        admission(acme, "basic");
        phoneWithSecret(acme, mac);
        phone(base(acme) + file).then().statusCode(200);
        String derived = derivedPassword();

        by(acme.apiKey())
                .body(Map.of("user", "desk-12", "password", "chosen-by-Acme!"))
                .put("/api/v1/devices/" + mac + "/login")
                .then()
                .statusCode(200)
                .body("user", equalTo("desk-12"))
                .body("password", not(containsString("chosen-by-Acme!")));

        Response served =
                Soon.until(
                        () -> asking(base(acme) + file, "desk-12", "chosen-by-Acme!"),
                        answer -> answer.statusCode() == 200);
        assertThat(value(served, "P1361")).contains("chosen-by-Acme!");
        assertNothing(asking(base(acme) + file, mac, derived));
        assertThat(login().getBoolean("chosen")).isTrue();
        assertThat(login().prettify()).doesNotContain("chosen-by-Acme!");

        by(acme.apiKey()).post("/api/v1/devices/" + mac + "/rearm").then().statusCode(200);
        headUntil(200, base(acme) + file);
        Response fresh = phone(base(acme) + file);
        assertThat(value(fresh, "P1361").orElseThrow()).isNotIn(derived, "chosen-by-Acme!");
        assertNothing(asking(base(acme) + file, "desk-12", "chosen-by-Acme!"));
    }

    @Test
    void aLoginThatIsTakenBackLeavesTheDerivedOne() {
        put(acme, mac, Map.of("P34", SIP_PASSWORD)).then().statusCode(201);
        by(acme.apiKey())
                .body(Map.of("password", "chosen-by-Acme!"))
                .put("/api/v1/devices/" + mac + "/login")
                .then()
                .statusCode(200)
                .body("user", equalTo(mac));
        by(acme.apiKey()).delete("/api/v1/devices/" + mac + "/login").then().statusCode(204);

        assertThat(login().getBoolean("chosen")).isFalse();
        assertThat(derivedPassword()).matches("[a-z2-7]{24}");
    }

    @ParameterizedTest
    @CsvSource({
        "desk 12, long-enough-password, user",
        "a:b, long-enough-password, user",
        "desk-12, short, password",
        "desk-12, pass word pass word, password"
    })
    void aLoginThatPhonesCannotCarryOrThatCanBeGuessedIsRefused(
            String user, String password, String named) {
        put(acme, mac, Map.of("P34", SIP_PASSWORD)).then().statusCode(201);

        Response answer =
                by(acme.apiKey())
                        .body(Map.of("user", user, "password", password))
                        .put("/api/v1/devices/" + mac + "/login");

        answer.then().statusCode(422).body("detail", containsString(named));
        assertThat(answer.asString()).doesNotContain(password);
        assertThat(login().getBoolean("chosen")).isFalse();
    }

    private static Response withHeader(String authorization, String path) {
        return RestAssured.given().header("Authorization", authorization).get(path);
    }
}
