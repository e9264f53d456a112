package org.fingerpost.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.fingerpost.cli.address.Address;
import org.fingerpost.cli.files.Mac;
import org.fingerpost.cli.models.Phone;
import org.fingerpost.cli.phone.VirtualPhone;
import org.fingerpost.cli.walk.Outcome;
import org.fingerpost.cli.walk.Walk;
import org.fingerpost.cli.wire.PhoneClient;
import org.fingerpost.cli.wire.Trust;
import org.fingerpost.launcher.deployment.Deployment;
import org.fingerpost.launcher.settings.PartName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A release reaches phones in waves, by steps, and no further than it may. */
class RolloutIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "gxp2160fw.bin";
    private static final int FLEET = 80;
    private static final int WAVE = 40;

    /** Two of forty are five of a hundred. */
    private static final int LOST = 2;

    private final Deployment town = Town.whole();
    private final Customer acme = Customer.in(town);

    /**
     * Doors of other journeys, which are no more, would be waited for; those that live come back.
     */
    @BeforeEach
    void waitForNobodyElse() {
        String doors = town.url(PartName.FIRMWARE) + "/api/v1/doors";
        String key = town.operatorKey();
        read(Http.json("GET", doors, key, ""))
                .forEach(door ->
                        Http.json("DELETE", doors + "/" + door.path("door").asText(), key, ""));
    }

    /** Takes the two minutes that a phone has to come back. */
    @Test
    void aReleaseFromWhichFiveOfAHundredNeverReturnIsStoppedBeforeTheNextWave() {
        acme.register("000b82710000", "000b827100ff");
        byte[] good = image(1);
        byte[] bad = image(2);
        acme.release("4.0.0.1", FILE, good);
        List<String> fleet =
                IntStream.range(0, FLEET).mapToObj(i -> "000b827100%02x".formatted(i)).toList();
        String url = acme.firmwareFolder() + "/" + FILE;
        Soon.holds("it is there", () -> Http.get(url).statusCode() == 200);
        fleet.forEach(mac -> Http.get(url, agent(mac, "4.0.0.1")));
        Soon.holds(
                "all are known",
                () -> read("/api/v1/compliance?size=1000&version=4.0.0.1").size() == FLEET);
        long release = acme.draft("4.0.0.2", FILE, bad, Map.of());
        acme.publish(release);
        long id =
                rollout(
                        """
                        {"release":%d,"waves":[{"count":%d},{"percent":100}],"limits":{"successPercent":90,
                         "errorPercent":2,"leastErrors":2,"settleMinutes":1,"backMinutes":2}}\
                        """
                                .formatted(release, WAVE));

        Soon.holds(
                "the wave is open at the door",
                () -> fleet.stream().anyMatch(mac -> isGiven(url, mac, "4.0.0.1", bad)));
        List<String> wave =
                fleet.stream().filter(mac -> isGiven(url, mac, "4.0.0.1", bad)).toList();
        assertThat(wave).hasSize(WAVE);
        wave.subList(LOST, WAVE).forEach(mac -> Http.get(url, agent(mac, "4.0.0.2")));
        until(id, "all others are back", now -> wave(now).path("succeeded").asInt() == WAVE - LOST);
        until(id, "the lost are missed", now -> now.path("state").asText().equals("paused"));
        JsonNode stopped = read("/api/v1/rollouts/" + id);
        assertThat(stopped.path("reason").asText()).contains("2 of 40");
        assertThat(stopped.path("waves").path(1).has("openedAt")).isFalse();
        assertThat(read("/api/v1/rollouts/" + id + "/parked").findValuesAsText("mac"))
                .containsExactlyInAnyOrderElementsOf(wave.subList(0, LOST));
        for (String mac : fleet) {
            String runs = wave.indexOf(mac) >= LOST ? "4.0.0.2" : "4.0.0.1";
            Soon.holds(
                    mac + " keeps what it has",
                    () -> isGiven(url, mac, runs, runs.equals("4.0.0.2") ? bad : good));
        }
        String exact = url + "_4.0.0.2";
        String lost = wave.getFirst();
        Soon.holds(
                "a parked phone that was told the name gets it no more",
                () -> Http.get(exact, agent(lost, "4.0.0.1")).statusCode() == 404);
        assertThat(Http.get(exact).body()).as("who does not say who it is").isEqualTo(bad);
    }

    @Test
    void aPhoneClimbsALadderAndNobodyClimbsItInItsName() {
        String mac = "000b82720001";
        acme.register("000b82720000", "000b827200ff");
        assertThat(
                        acme.putDevice(mac, Map.of("P47", "sip.example.com", "P34", "s3cret"))
                                .statusCode())
                .isEqualTo(201);
        byte[] step = image(3);
        byte[] top = image(4);
        Soon.holds(
                "the phone is redirected",
                () -> Http.get(door("/gs/cfg" + mac)).statusCode() == 200);
        Walk carton = phone(mac, "5.0.0.1").firstBoot(Address.ofUrl(door("/gs")), Map.of());
        assertThat(carton.settings()).containsKey("P34");
        Walk known = phone(mac, "5.0.0.1").nextBoot(carton);
        Soon.holds("it is known", () -> read("/api/v1/compliance?version=5.0.0.1").size() == 1);

        acme.release("5.0.0.2", FILE, step);
        long release = acme.draft("5.0.0.3", FILE, top, Map.of("minimumVersion", "5.0.0.2"));
        acme.publish(release);
        long id = rollout("{\"release\":" + release + ",\"waves\":[{\"percent\":100}]}");
        String url = acme.firmwareFolder() + "/" + FILE;
        Soon.holds("its wave is open", () -> isGiven(url, mac, "5.0.0.2", top));

        Walk first = phone(mac, "5.0.0.1").nextBoot(known);
        assertThat(downloaded(first)).as("the step").isEqualTo(step.length);
        Walk second = phone(mac, "5.0.0.2").nextBoot(first);
        assertThat(downloaded(second)).as("the top").isEqualTo(top.length);

        Http.get(url, agent(mac, "5.0.0.3"));
        Instant claimed = Instant.now();
        until(id, "all doors have told of the claim", now -> heardTo(now).isAfter(claimed));
        JsonNode unmoved = wave(standing(id));
        assertThat(unmoved.path("proving").asInt()).isEqualTo(1);
        assertThat(unmoved.path("succeeded").asInt()).as("by a claim").isZero();

        phone(mac, "5.0.0.3").nextBoot(second);
        until(id, "it is on top", now -> now.path("state").asText().equals("completed"));
        assertThat(wave(standing(id)).path("succeeded").asInt()).isEqualTo(1);
    }

    private static VirtualPhone phone(String mac, String version) {
        return new VirtualPhone(
                Phone.of(new Mac(mac), "GXP2160", version),
                new PhoneClient(Trust.ofSystem(), Duration.ofSeconds(20), false));
    }

    private static long downloaded(Walk walk) {
        assertThat(walk.troubles()).isEmpty();
        return walk.firmware().orElseThrow().outcome() instanceof Outcome.Downloaded file
                ? file.bytes()
                : -1;
    }

    private long rollout(String wish) {
        HttpResponse<byte[]> made = acme.firmware("POST", "/api/v1/rollouts", wish);
        assertThat(made.statusCode()).as(new String(made.body())).isEqualTo(201);
        long id = read(made).path("id").asLong();
        assertThat(acme.firmware("POST", "/api/v1/rollouts/" + id + "/start", "").statusCode())
                .isEqualTo(200);
        return id;
    }

    private static boolean isGiven(String url, String mac, String version, byte[] image) {
        return Arrays.equals(Http.get(url, agent(mac, version)).body(), image);
    }

    /** Twice as long as others wait: it is told by several doors, and judged after that. */
    private void until(long id, String what, Predicate<JsonNode> enough) {
        try {
            Soon.holds(what, () -> enough.test(standing(id)));
        } catch (AssertionError e) {
            Soon.holds(what + ": " + standing(id), () -> enough.test(standing(id)));
        }
    }

    private JsonNode standing(long id) {
        return read("/api/v1/rollouts/" + id + "/standing");
    }

    /** There is none until every door has told of itself. */
    private static Instant heardTo(JsonNode standing) {
        String told = standing.path("heardTo").asText();
        return told.isEmpty() ? Instant.MIN : Instant.parse(told);
    }

    private static JsonNode wave(JsonNode standing) {
        return standing.path("waves").path(0);
    }

    private JsonNode read(String path) {
        return read(acme.firmware("GET", path, ""));
    }

    private static JsonNode read(HttpResponse<byte[]> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String agent(String mac, String version) {
        return "Grandstream Model HW GXP2160 SW " + version + " DevId " + mac;
    }

    /** Of different lengths, by which they are told apart. */
    private static byte[] image(int number) {
        byte[] image = new byte[1000 + number];
        Arrays.fill(image, (byte) number);
        return image;
    }

    private String door(String path) {
        return town.url(PartName.REDIRECT) + path;
    }
}
