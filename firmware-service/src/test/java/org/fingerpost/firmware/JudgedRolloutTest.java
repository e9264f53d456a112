package org.fingerpost.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.firmware.Customer.ACME;
import static org.fingerpost.firmware.Customer.RIVAL;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.rule.Salt;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Contract;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/** Rollouts go on, or are stopped, by what phones are seen to do: made-up sightings, real Kafka. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@QuarkusTestResource(RedirectTopic.class)
class JudgedRolloutTest {
    private static final int FLEET = Judged.FLEET;
    private static final int WAVE = 100;

    @Inject DataSource dataSource;

    /** Long before any door of this machine has seen anything. */
    private final Instant noon =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(10, ChronoUnit.HOURS);

    @Test
    void aReleaseFromWhichFiveOfAHundredNeverReturnIsStoppedBeforeTheNextWave() {
        try (PlayedDoor door = new PlayedDoor(RIVAL.id());
                PlayedDoor silent = new PlayedDoor(RIVAL.id())) {
            List<MacAddress> fleet = Judged.fleet(door, noon, 0x000b82a00000L, "6.1.0");
            silent.beats(noon.plus(Duration.ofMinutes(61)));
            long old = RIVAL.drafts("6.1.0", "judged.bin", "old");
            RIVAL.publishes(old).then().statusCode(200);
            long id = started("6.1.1", fleet);
            List<MacAddress> wave = wave(id, fleet);
            Instant fetch = noon.plus(Duration.ofMinutes(60));

            RIVAL.asks()
                    .get("/api/v1/rollouts/" + id + "/forecast")
                    .then()
                    .body("letIn.'at-next-check'", equalTo(WAVE))
                    .body("notYet.'at-next-check'", equalTo(FLEET - WAVE));
            wave.forEach(
                    mac -> door.sent(fetch, mac, "6.1.0", "judged.bin_6.1.1", Judged.SIZE, id));
            Instant back = fetch.plus(Duration.ofMinutes(5));
            List<MacAddress> lost = wave.subList(0, 5);
            wave.subList(5, WAVE).forEach(mac -> door.saw(back, mac, "6.1.1"));
            door.beats(fetch.plus(Duration.ofHours(3)));

            // One door is silent: nothing is concluded from the others' time.
            JsonPath standing = Judged.standing(id, now -> now.getInt("waves[0].fetched") == WAVE);
            assertThat(Instant.parse(standing.getString("heardTo")))
                    .isEqualTo(noon.plus(Duration.ofMinutes(61)));
            assertThat(standing.getInt("waves[0].failed")).isZero();
            assertThat(standing.getString("judgement")).isEqualTo("wait");

            silent.beats(back);
            standing = Judged.standing(id, now -> now.getInt("waves[0].succeeded") == 95);
            assertThat(standing.getString("why"))
                    .isEqualTo("5 phones that fetched it are not back yet");
            assertThat(standing.getString("state")).isEqualTo("running");

            Judged.OPERATOR.asks().delete("/api/v1/doors/" + silent.id).then().statusCode(204);
            standing = Judged.standing(id, now -> now.getString("state").equals("paused"));
            assertThat(standing.getInt("waves[0].failed")).isEqualTo(5);
            RIVAL.asks()
                    .get("/api/v1/rollouts/" + id)
                    .then()
                    .body("reason", containsString("5 of 100"))
                    .body("waves[1].openedAt", equalTo(null));
            String parked = "/api/v1/rollouts/" + id + "/parked";
            RIVAL.asks()
                    .get(parked)
                    .then()
                    .body("$", hasSize(5))
                    .body("reason", everyItem(equalTo("did-not-return")));
            ACME.asks().get(parked).then().statusCode(404);
            RIVAL.asks().get(parked + "?size=2&after=" + lost.get(0)).then().statusCode(200);
            List<ConsumerRecord<String, String>> told =
                    Soon.until(
                            () ->
                                    Contract.read("fingerpost.firmware.state").stream()
                                            .filter(each -> each.key().startsWith("parked/" + id))
                                            .toList(),
                            records -> records.size() == 5);
            told.forEach(Contract::holdsForState);

            door.saw(fetch.plus(Duration.ofHours(4)), lost.get(0), "6.1.1");
            Soon.until(() -> RIVAL.asks().get(parked).jsonPath().getList("$").size(), n -> n == 4);
            assertThat(
                            RIVAL.asks()
                                    .header("Accept", "text/csv")
                                    .get("/api/v1/rollouts/" + id + "/forecast")
                                    .asString())
                    .contains(lost.get(1) + ",false,parked,")
                    .contains(wave.get(9) + ",true,has-it,");
            RIVAL.asks().delete(parked + "/" + lost.get(1)).then().statusCode(204);
            RIVAL.asks().delete(parked + "/" + lost.get(1)).then().statusCode(404);
            RIVAL.asks().get(parked).then().body("$", hasSize(3));
            RIVAL.asks()
                    .contentType("application/json")
                    .body("{\"release\":" + old + "}")
                    .post("/api/v1/rollouts/" + id + "/rollback")
                    .then()
                    .statusCode(200);
            RIVAL.asks().get(parked).then().body("$", hasSize(0));
            Judged.forget(door);
        }
    }

    @Test
    void aGoodReleaseGoesOnWaveByWaveAndCompletes() {
        try (PlayedDoor door = new PlayedDoor(RIVAL.id())) {
            List<MacAddress> fleet = Judged.fleet(door, noon, 0x000b82b00000L, "6.2.0");
            long id = started("6.2.1", fleet);
            List<MacAddress> wave = wave(id, fleet);
            Instant fetch = noon.plus(Duration.ofMinutes(60));

            // One of them takes it all, again and again: parked, and too few to stop it.
            wave.forEach(mac -> door.sent(fetch, mac, "6.2.0", "judged.bin", Judged.SIZE, id));
            wave.subList(1, WAVE).forEach(mac -> door.saw(fetch.plusSeconds(300), mac, "6.2.1"));
            // Who names only its model is known with what it said before.
            door.saw(fetch.plusSeconds(400), wave.get(1), "");
            door.saw(fetch.plusSeconds(60), wave.get(0), "6.2.0");
            for (int again = 1; again < 5; again++) {
                Instant round = fetch.plusSeconds(300L * again);
                door.sent(round, wave.get(0), "6.2.0", "judged.bin", Judged.SIZE, id);
            }
            door.beats(fetch.plusSeconds(1800));

            JsonPath old = Judged.standing(id, now -> now.getInt("waves[0].failed") == 1);
            assertThat(old.getString("why")).startsWith("a door is silent");
            assertThat(old.getList("waves")).hasSize(1);
            toNow(door);
            Judged.standing(id, now -> now.getList("waves").size() == 2);
            Judged.openedAt(dataSource, id, noon);
            RIVAL.asks()
                    .get("/api/v1/rollouts/" + id + "/parked")
                    .then()
                    .body("reason", equalTo(List.of("came-back-unchanged")));

            fleet.stream()
                    .filter(mac -> !wave.contains(mac))
                    .forEach(mac -> door.saw(fetch.plusSeconds(3600), mac, "6.2.1"));
            toNow(door);
            Judged.standing(id, now -> now.getString("state").equals("completed"));

            // Told twice is told once.
            assertThat(
                            RIVAL.asks()
                                    .get(
                                            "/api/v1/compliance/summary?first="
                                                    + fleet.getFirst()
                                                    + "&last="
                                                    + fleet.getLast())
                                    .jsonPath()
                                    .getList("version"))
                    .containsExactly("6.2.0", "6.2.1");
            String csv =
                    RIVAL.asks()
                            .header("Accept", "text/csv")
                            .get("/api/v1/compliance?version=6.2.0")
                            .asString();
            assertThat(csv)
                    .startsWith("mac,model,version,seen_at\r\n" + wave.get(0) + ",\"GXP2160\"");
            ACME.asks().get("/api/v1/compliance?version=6.2.1").then().body("$", hasSize(0));
            RIVAL.asks().get("/api/v1/compliance?group=lab").then().statusCode(422);
            Judged.forget(door);
        }
    }

    private static void toNow(PlayedDoor door) {
        Judged.hearsOnly(door);
        door.beats(Instant.now());
    }

    private long started(String version, List<MacAddress> fleet) {
        return Judged.started(
                dataSource,
                noon,
                version,
                fleet.getFirst(),
                fleet.getLast(),
                "[{\"count\":100},{\"percent\":100}]");
    }

    /** The phones that the rule lets in, as any door finds them. */
    private static List<MacAddress> wave(long id, List<MacAddress> fleet) {
        JsonNode rule =
                Soon.until(
                                () ->
                                        Contract.read("fingerpost.firmware.state").stream()
                                                .filter(each -> each.key().equals("rollout/" + id))
                                                .map(each -> json(each.value()))
                                                .filter(each -> each.path("open").longValue() > 0)
                                                .toList(),
                                told -> !told.isEmpty())
                        .getFirst();
        Salt salt = Salt.parse(rule.path("salt").textValue());
        List<MacAddress> wave =
                fleet.stream()
                        .filter(mac -> salt.place(mac) < rule.path("open").longValue())
                        .toList();
        assertThat(wave).hasSize(WAVE);
        return wave;
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
