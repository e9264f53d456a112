package org.fingerpost.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.config.Desk.SIP_PASSWORD;
import static org.fingerpost.config.Desk.base;
import static org.fingerpost.config.Desk.by;
import static org.fingerpost.config.Desk.headUntil;
import static org.fingerpost.config.Desk.phone;
import static org.fingerpost.config.Desk.put;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.config.phone.Practice;
import org.fingerpost.testkit.Backends;
import org.junit.jupiter.api.Test;

/** What a door does to get warm, no phone and no provider can notice. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class PracticeTest {
    private static final String MAC = "000b82a90001";

    private final Customer acme = PlayedRedirect.customer();

    @Inject Practice practice;

    @Test
    void practiceMakesFilesAndSpendsNoWindowAndIsNotSeen() {
        put(acme, MAC, Map.of("P34", SIP_PASSWORD)).then().statusCode(201);
        headUntil(200, base(acme) + "/cfg" + MAC + ".xml");
        String before = answered();

        assertThat(practice.answers(Duration.ofMinutes(1))).isGreaterThanOrEqualTo(40);

        assertThat(answered()).isEqualTo(before);
        by(acme.apiKey())
                .get("/api/v1/devices/" + MAC)
                .then()
                .body("window.state", equalTo("open"));
        phone(base(acme) + "/cfg" + MAC + ".xml").then().statusCode(200);
    }

    private static String answered() {
        return RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("fingerpost_door_requests"))
                .sorted()
                .toList()
                .toString();
    }

    @Test
    void practiceEndsWhenItsTimeIsOver() {
        assertThat(practice.answers(Duration.ZERO)).isZero();
    }
}
