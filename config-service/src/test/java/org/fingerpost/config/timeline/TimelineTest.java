package org.fingerpost.config.timeline;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.fingerpost.config.PlayedRedirect;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.testkit.Backends;
import org.junit.jupiter.api.Test;

/** What a provider can read of its phones' pasts, and of nobody else's. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class TimelineTest extends TimelineDesk {
    @Inject Months months;

    @Test
    void whatAPhoneAskedHereIsInItsTimeline() {
        // The API waits for a provider that is new; no door does, and tells of nobody's phone.
        timelineUntil(0);
        phone("/p/" + acme.pathKey() + "/cfg" + mac).then().statusCode(404);
        timelineUntil(1);
        phone("/p/" + acme.pathKey() + "/cfg" + mac + ".xml").then().statusCode(404);

        Response seen = timelineUntil(2);
        assertThat(strings(seen, "kind")).containsExactly("cfg-xml", "cfg-binary");
        JsonPath newest = seen.jsonPath();
        assertThat(newest.getString("[0].service")).isEqualTo("config");
        assertThat(newest.getString("[0].outcome")).isEqualTo("none");
        assertThat(newest.getInt("[0].status")).isEqualTo(404);
        assertThat(newest.getString("[0].model")).isEqualTo("GXP2160");
        assertThat(newest.getBoolean("[0].secure")).isFalse();
        assertThat(seen.asString()).doesNotContain(acme.pathKey(), "/p/");
    }

    @Test
    void allDoorsAreInItNewestFirstInPagesOfAnySize() {
        List<String> sent = new ArrayList<>();
        for (int n = 0; n < 7; n++) {
            String service = List.of("redirect", "config", "firmware").get(n % 3);
            // two at the same millisecond: the page's end may lie between them
            sent.add(told(acme.id(), service, now.minusSeconds(n / 2), 100 + n));
        }
        send(sent.toArray(String[]::new));

        List<Integer> all = bytes(timelineUntil(7));
        assertThat(all).hasSize(7).doesNotHaveDuplicates();
        assertThat(all.getLast()).isEqualTo(106);
        List<Integer> paged = new ArrayList<>();
        Response page = timeline("?size=2");
        while (!bytes(page).isEmpty()) {
            paged.addAll(bytes(page));
            page = timeline("?size=2&after=" + strings(page, "id").getLast());
        }
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void aSpanOfTimeCanBeAskedFor() {
        send(
                told(acme.id(), "config", now.minusSeconds(30), 1),
                told(acme.id(), "config", now.minusSeconds(20), 2),
                told(acme.id(), "config", now.minusSeconds(10), 3));
        timelineUntil(3);

        assertThat(bytes(timeline("?from=" + now.minusSeconds(20)))).containsExactly(3, 2);
        assertThat(bytes(timeline("?to=" + now.minusSeconds(20)))).containsExactly(1);
        assertThat(bytes(timeline("?from=" + now.minusSeconds(20) + "&to=" + now.minusSeconds(10))))
                .containsExactly(2);
        String newest = strings(timeline("?size=1"), "id").getFirst();
        assertThat(bytes(timeline("?to=" + now.minusSeconds(10) + "&after=" + newest)))
                .containsExactly(2, 1);
    }

    @Test
    void whatIsHeardTwiceIsThereOnce() {
        String sighting = told(acme.id(), "config", now, 1);
        send(sighting, sighting);
        send(sighting, told(acme.id(), "config", now.plusMillis(1), 2));

        assertThat(bytes(timelineUntil(2))).containsExactly(2, 1);
    }

    @Test
    void whatAPhoneDidForAnotherProviderOrForNobodyIsNotShown() {
        Customer rival = PlayedRedirect.customer();
        send(
                told(rival.id(), "redirect", now.minusSeconds(3), 1),
                told(rival.id(), "config", now.minusSeconds(2), 2),
                told(0, "redirect", now.minusSeconds(1), 3),
                told(acme.id(), "config", now, 4));

        assertThat(bytes(timelineUntil(1))).containsExactly(4);
        assertThat(bytes(timeline(rival.apiKey(), ""))).containsExactly(2, 1);
        timeline("?providerId=" + rival.id()).then().statusCode(403);
        assertThat(bytes(timeline("?providerId=" + acme.id()))).containsExactly(4);
        assertThat(bytes(timeline(Backends.OPERATOR_KEY, "?providerId=" + rival.id())))
                .containsExactly(2, 1);
        assertThat(bytes(timeline(Backends.OPERATOR_KEY, "?providerId=0"))).containsExactly(3);
        timeline(Backends.OPERATOR_KEY, "")
                .then()
                .statusCode(422)
                .body("detail", containsString("providerId"));
        RestAssured.get("/api/v1/devices/" + mac + "/timeline").then().statusCode(401);
    }

    @Test
    void aQuestionThatIsNoneIsRefused() {
        for (String query :
                List.of("after=x", "from=yesterday", "to=2026", "from=%2B999999-01-01T00:00:00Z")) {
            timeline("?" + query)
                    .then()
                    .statusCode(422)
                    .body("detail", containsString(query.substring(0, query.indexOf('='))));
        }
        timeline("?size=1001").then().statusCode(422);
        timeline("?size=0").then().statusCode(422);
        by(acme.apiKey()).get("/api/v1/devices/nonsense/timeline").then().statusCode(422);
        timeline("?after=1.00000000-0000-0000-0000-000000000000.0").then().body("$", hasSize(0));
    }

    @Test
    void monthsAreMadeAheadAndDroppedWhenTheyAreOver() throws SQLException {
        YearMonth oldest = months.oldest();
        YearMonth over = oldest.minusMonths(1);
        send(told(acme.id(), "config", oldest.atDay(1).atStartOfDay().toInstant(UTC), 1));
        timelineUntil(1);
        months.make(List.of(over, oldest, oldest));
        assertThat(months.partitions()).contains(over, oldest);

        months.sweep();

        assertThat(months.partitions())
                .doesNotContain(over)
                .contains(oldest, months.latest(), months.latest().minusMonths(1));
        assertThat(bytes(timeline(""))).containsExactly(1);
        months.forget();
        months.make(List.of(oldest));
        assertThat(bytes(timeline(""))).containsExactly(1);
    }

    private static List<String> strings(Response answer, String name) {
        return answer.jsonPath().getList(name);
    }

    private static Response phone(String path) {
        return RestAssured.given()
                .header("User-Agent", "Grandstream Model HW GXP2160 SW 1.0.11.39")
                .get(path);
    }
}
