package org.fingerpost.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.config.Desk.base;
import static org.fingerpost.config.Desk.by;
import static org.fingerpost.config.Desk.phone;
import static org.fingerpost.config.Desk.value;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/** Each phone has a turn of its own, and the planner knows what comes of that. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class StaggeringTest {
    private static final String STAGGERING = "/api/v1/staggering";
    private static final AtomicInteger COUNT = new AtomicInteger(1);

    private final String block = String.format("000b8271%02x", COUNT.getAndIncrement());
    private final Customer acme = PlayedRedirect.customer();

    @Test
    void eachPhoneHasAnHourOfItsOwnThePlanCountsThemAndWhyNamesIt() {
        devices(12, Map.of());
        put("", Map.of("fromHour", 22, "toHour", 2)).statusCode(200);

        Map<Integer, Integer> told = new HashMap<>();
        for (int n = 0; n < 12; n++) {
            int phone = n;
            int hour =
                    Integer.parseInt(
                            Soon.until(() -> told(phone, "P285"), Optional::isPresent)
                                    .orElseThrow());
            assertThat(hour).isIn(22, 23, 0, 1);
            assertThat(told(n, "P194")).contains("2");
            told.merge(hour, 1, Integer::sum);
        }
        assertThat(told).hasSizeGreaterThan(1);
        ValidatableResponse plan = plan("");
        plan.body("devices", equalTo(12)).body("counted", is(true));
        told.forEach(
                (hour, many) -> plan.body("day.looks[" + hour + "]", equalTo(many.floatValue())));
        plan.body("day.looks.sum()", equalTo(12.0));
        by(acme.apiKey())
                .get(device(0) + "/why")
                .then()
                .body("values.find { it.p == 'P285' }.layer", equalTo("staggering"))
                .body("file.masked", containsString("P285"));
    }

    @Test
    void theNearestGroupsPaceHoldsAndWhatADeviceSaysStands() {
        group("europe", Optional.empty());
        group("berlin", Optional.of("europe"));
        put("/groups/europe", Map.of("everyMinutes", 600, "spreadMinutes", 0)).statusCode(200);
        put("", Map.of("everyMinutes", 1440)).statusCode(200).body("pace.spreadMinutes", is(360));
        devices(1, Map.of("group", "berlin"));
        Soon.until(() -> told(0, "P193"), Optional.of("600")::equals);
        Instant before = Instant.now();

        by(acme.apiKey()).delete(STAGGERING + "/groups/europe").then().statusCode(200);
        Optional<String> own =
                Soon.until(() -> told(0, "P193"), now -> !now.equals(Optional.of("600")));
        assertThat(Integer.parseInt(own.orElseThrow())).isBetween(1080, 1800);
        by(acme.apiKey())
                .get(device(0) + "/why?at=" + before)
                .then()
                .body("values.find { it.p == 'P193' }.value", equalTo("600"))
                .body("values.find { it.p == 'P193' }.layer", equalTo("staggering/europe"));
        devices(1, Map.of("group", "berlin", "settings", Map.of("P193", "777")));
        Soon.until(() -> told(0, "P193"), Optional.of("777")::equals);

        by(acme.apiKey()).delete(STAGGERING).then().statusCode(200).body("pace", is((Object) null));
        Soon.until(() -> told(0, "P194"), Optional.empty()::equals);
        by(acme.apiKey())
                .get("/api/v1/audit")
                .then()
                .body("findAll { it.action == 'staggering-changed' }", hasSize(4));
    }

    @Test
    void aPlanCanBeLookedAtBeforeItIsWishedFor() {
        plan("").statusCode(404);
        devices(3, Map.of());
        plan("?everyMinutes=60&spreadMinutes=0&atMost=0.0001")
                .statusCode(200)
                .body("staggered", equalTo(3.0f))
                .body("counted", is(false))
                .body("day.looks", everyItem(equalTo(3.0f)))
                .body("day.peakToMean", equalTo(1.0f))
                .body("afterPowerCut.looks[0]", equalTo(3.0f))
                .body("afterPowerCut.looks", hasSize(192))
                .body("atMost.kept", is(false))
                .body("atMost.shortest.everyMinutes", equalTo(511))
                .body("atMost.narrowest", is((Object) null));
        plan("?fromHour=3").statusCode(422);
        plan("?everyMinutes=10").statusCode(422);
        plan("?everyMinutes=60&atMost=-1").statusCode(422);
        by(acme.apiKey()).get(STAGGERING).then().body("pace", is((Object) null));
        put("", Map.of("everyMinutes", 60, "spraedMinutes", 1)).statusCode(422);
        put("/groups/no group", Map.of("everyMinutes", 60)).statusCode(422);
    }

    private void devices(int many, Map<String, ?> more) {
        for (int n = 0; n < many; n++) {
            Map<String, Object> body = new HashMap<>(Map.of("model", "GXP2160"));
            body.put("settings", Map.of("P47", "sip.example"));
            body.putAll(more);
            Response answer = by(acme.apiKey()).body(body).put(device(n));
            assertThat(answer.statusCode()).isIn(200, 201);
        }
    }

    private void group(String name, Optional<String> parent) {
        by(acme.apiKey())
                .body(parent.map(into -> Map.of("parent", into)).orElseGet(Map::of))
                .put("/api/v1/groups/" + name)
                .then()
                .statusCode(201);
    }

    private ValidatableResponse put(String where, Map<String, ?> pace) {
        return by(acme.apiKey()).body(pace).put(STAGGERING + where).then();
    }

    private ValidatableResponse plan(String query) {
        return by(acme.apiKey()).get(STAGGERING + "/plan" + query).then();
    }

    private String device(int n) {
        return String.format("/api/v1/devices/%s%02x", block, n);
    }

    /** What the door tells it, once it knows the phone and a turn. */
    private Optional<String> told(int n, String p) {
        String path = base(acme) + String.format("/cfg%s%02x", block, n);
        Response file = Soon.until(() -> phone(path), answer -> answer.statusCode() == 200);
        return value(file, p);
    }
}
