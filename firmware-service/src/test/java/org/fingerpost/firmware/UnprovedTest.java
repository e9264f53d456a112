package org.fingerpost.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.firmware.Customer.FENCED;
import static org.fingerpost.firmware.Customer.RIVAL;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/** What anybody can make up moves no wave on, and fills no table. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@QuarkusTestResource(RedirectTopic.class)
class UnprovedTest {
    private static final int FLEET = Judged.FLEET;

    @Inject DataSource dataSource;

    private final Instant noon =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(10, ChronoUnit.HOURS);

    @Test
    void aPhoneThatHasProvedItselfSucceedsByProofAndNotByWhatAnybodySays() {
        try (PlayedDoor door = new PlayedDoor(RIVAL.id())) {
            List<MacAddress> fleet = Judged.fleet(door, noon, 0x000b82f00000L, "7.1.0");
            fleet.forEach(mac -> door.sawProved(noon.plusSeconds(1), mac, "7.1.0"));
            hears(door, noon.plusSeconds(120));
            long id = started("7.1.1", fleet.getFirst(), fleet.getLast());
            Instant fetch = noon.plus(Duration.ofMinutes(60));

            fleet.forEach(mac -> door.sent(fetch, mac, "7.1.0", "judged.bin", Judged.SIZE, id));
            fleet.forEach(mac -> door.saw(fetch.plusSeconds(60), mac, "7.1.1"));
            JsonPath standing = untilHeard(door, id, fetch.plusSeconds(120));
            assertThat(standing.getInt("waves[0].proving")).isEqualTo(FLEET);
            assertThat(standing.getInt("waves[0].fetched")).isEqualTo(FLEET);
            assertThat(standing.getInt("waves[0].succeeded")).isZero();
            RIVAL.asks()
                    .get("/api/v1/compliance/summary?version=7.1.1")
                    .then()
                    .body("size()", equalTo(0));

            fleet.forEach(mac -> door.sawProved(fetch.plusSeconds(180), mac, "7.1.1"));
            door.beats(fetch.plusSeconds(240));
            Judged.standing(id, now -> now.getInt("waves[0].succeeded") == FLEET);
            Judged.forget(door);
        }
    }

    @Test
    void phonesThatWereNotKnownWhenTheWaveOpenedAreNotCounted() {
        try (PlayedDoor door = new PlayedDoor(RIVAL.id())) {
            List<MacAddress> fleet = Judged.fleet(door, noon, 0x000b82f10000L, "7.2.0");
            hears(door, noon.plusSeconds(120));
            long id = started("7.2.1", fleet.getFirst(), new MacAddress(0x000b82f1ffffL));
            Instant fetch = noon.plus(Duration.ofMinutes(60));

            List<MacAddress> made = Judged.macs(0x000b82f11000L, FLEET);
            made.forEach(mac -> door.sent(fetch, mac, "7.2.0", "judged.bin", Judged.SIZE, id));
            made.forEach(mac -> door.saw(fetch.plusSeconds(60), mac, "7.2.1"));
            JsonPath standing = untilHeard(door, id, fetch.plusSeconds(120));
            assertThat(standing.getInt("waves[0].phones")).isEqualTo(FLEET);
            assertThat(standing.getInt("waves[0].fetched")).isZero();
            assertThat(standing.getInt("waves[0].succeeded")).isZero();
            Judged.forget(door);
        }
    }

    @Test
    void aDoorThatLostSightingsStopsARolloutUntilSomebodyResumesIt() {
        try (PlayedDoor door = new PlayedDoor(RIVAL.id())) {
            List<MacAddress> fleet = Judged.fleet(door, noon, 0x000b82f20000L, "7.3.0");
            hears(door, noon.plusSeconds(120));
            long id = started("7.3.1", fleet.getFirst(), fleet.getLast());

            door.beatsWithLoss(noon.plusSeconds(180), noon.minusSeconds(1));
            JsonPath standing = untilHeard(door, id, noon.plusSeconds(240));
            assertThat(standing.getString("judgement"))
                    .as("lost before it began")
                    .isEqualTo("wait");

            door.beatsWithLoss(noon.plusSeconds(300), noon.plusSeconds(250));
            Judged.standing(id, now -> now.getString("state").equals("paused"));
            RIVAL.asks()
                    .get("/api/v1/rollouts/" + id)
                    .then()
                    .body("reason", containsString("door " + door.id + " lost sightings"));
            RIVAL.asks().post("/api/v1/rollouts/" + id + "/resume").then().statusCode(200);
            door.beatsWithLoss(noon.plusSeconds(360), noon.plusSeconds(250));
            standing = untilHeard(door, id, noon.plusSeconds(420));
            assertThat(standing.getString("state")).isEqualTo("running");
            assertThat(standing.getString("judgement")).isEqualTo("wait");
            Judged.forget(door);
        }
    }

    @Test
    void ofAddressesOutsideAProvidersRangesAFewAreKeptAndItsRangesCountForApproval() {
        try (PlayedDoor door = new PlayedDoor(FENCED.id())) {
            List<MacAddress> own = Judged.macs(0x000b82e00000L, 5);
            List<MacAddress> strays = Judged.macs(0x000b82e10000L, 60);
            strays.forEach(mac -> door.saw(noon, mac, "7.4.0"));
            own.forEach(mac -> door.saw(noon, mac, "7.4.0"));
            MacAddress proved = new MacAddress(0x000b82e20000L);
            door.sawProved(noon, proved, "7.4.0");
            door.beats(noon.plusSeconds(60));

            List<String> known =
                    Soon.until(
                            () ->
                                    FENCED.asks()
                                            .get("/api/v1/compliance?size=1000")
                                            .jsonPath()
                                            .<String>getList("mac"),
                            macs -> macs.size() >= 26);
            assertThat(known).contains(proved.toString()).hasSize(26);
            assertThat(known).containsAll(own.stream().map(MacAddress::toString).toList());

            long release = FENCED.drafts("7.4.1", "judged.bin", "x");
            FENCED.publishes(release).then().statusCode(200);
            String rollouts = "/api/v1/rollouts";
            long id =
                    FENCED.asks()
                            .contentType("application/json")
                            .body("{\"release\":" + release + "}")
                            .post(rollouts)
                            .jsonPath()
                            .getLong("id");
            FENCED.asks()
                    .post(rollouts + "/" + id + "/start")
                    .then()
                    .statusCode(409)
                    .body("type", containsString("approval-needed"));
            Judged.forget(door);
        }
    }

    /** Only this door, and up to then. */
    private static void hears(PlayedDoor door, Instant upTo) {
        Judged.hearsOnly(door);
        door.beats(upTo);
    }

    private static JsonPath untilHeard(PlayedDoor door, long id, Instant upTo) {
        door.beats(upTo);
        return Judged.standing(
                id,
                now ->
                        now.getString("heardTo") != null
                                && !Instant.parse(now.getString("heardTo")).isBefore(upTo));
    }

    private long started(String version, MacAddress first, MacAddress last) {
        return Judged.started(dataSource, noon, version, first, last, "[{\"percent\":100}]");
    }
}
