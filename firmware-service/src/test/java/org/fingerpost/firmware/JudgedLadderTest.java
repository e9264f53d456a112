package org.fingerpost.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.firmware.Customer.RIVAL;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.testkit.Backends;
import org.junit.jupiter.api.Test;

/** A release that is reached by steps, each of which a phone confirms by its return. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@QuarkusTestResource(RedirectTopic.class)
class JudgedLadderTest {
    @Inject DataSource dataSource;

    private final Instant noon =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(10, ChronoUnit.HOURS);

    @Test
    void aPhoneClimbsALadderStepByStepAndOneThatIsLostOnItsWayIsParked() {
        try (PlayedDoor door = new PlayedDoor(RIVAL.id())) {
            List<MacAddress> fleet = Judged.fleet(door, noon, 0x000b82d00000L, "6.3.0");
            MacAddress climber = fleet.get(0);
            MacAddress lost = fleet.get(1);
            RIVAL.publishes(RIVAL.drafts("6.3.1", "judged.bin", "a step"));
            var form = RIVAL.form("GXP2160", "6.3.2").multiPart("minimumVersion", "6.3.1");
            long top =
                    Customer.with(form, "judged.bin", new byte[Judged.SIZE])
                            .post("/api/v1/releases")
                            .jsonPath()
                            .getLong("id");
            RIVAL.publishes(top).then().statusCode(200);
            String wish =
                    "{\"release\":%d,\"running\":[\"6.3.0\"],\"waves\":[{\"percent\":100}]%s}";
            wishes(wish.formatted(top, ",\"P238\":1"))
                    .then()
                    .statusCode(422)
                    .body("type", containsString("ladder-needs-checks"));
            Response made = wishes(wish.formatted(top, ""));
            made.then()
                    .statusCode(201)
                    .body("running", equalTo(List.of("6.3.0", "6.3.1", "6.3.2")))
                    .body("P238", equalTo(0));
            long id = made.jsonPath().getLong("id");
            RIVAL.asks().post("/api/v1/rollouts/" + id + "/start").then().statusCode(200);
            Judged.openedAt(dataSource, id, noon);

            Instant first = noon.plusSeconds(3600);
            for (MacAddress mac : List.of(climber, lost)) {
                door.sent(first, mac, "6.3.0", "judged.bin_6.3.2", Judged.SIZE, id);
                door.sent(
                        first.plusSeconds(4000), mac, "6.3.1", "judged.bin_6.3.2", Judged.SIZE, id);
            }
            // Of the step that they have got they speak only when they ask again.
            door.beats(first.plusSeconds(4200));
            Judged.standing(id, now -> now.getInt("waves[0].pending") == 2);
            door.saw(first.plusSeconds(4300), climber, "6.3.2");
            door.beats(first.plusSeconds(4400));
            JsonPath standing = Judged.standing(id, now -> now.getInt("waves[0].succeeded") == 1);
            assertThat(standing.getInt("waves[0].pending")).isEqualTo(1);

            door.beats(first.plus(Duration.ofHours(6)));
            Judged.standing(id, now -> now.getInt("waves[0].failed") == 1);
            RIVAL.asks()
                    .get("/api/v1/rollouts/" + id + "/parked")
                    .then()
                    .body("mac", equalTo(List.of(lost.toString())));
            Judged.forget(door);
        }
    }

    private static Response wishes(String wish) {
        return RIVAL.asks().contentType("application/json").body(wish).post("/api/v1/rollouts");
    }
}
