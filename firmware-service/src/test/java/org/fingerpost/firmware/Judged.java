package org.fingerpost.firmware;

import static org.fingerpost.firmware.Customer.RIVAL;

import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;

/** What tests of judging have in common: phones that a played door has seen, and how it stands. */
final class Judged {
    static final int FLEET = 200;

    /** Of {@code judged.bin}, the one file of a release that is judged. */
    static final int SIZE = 8;

    static final String ROLLOUTS = "/api/v1/rollouts/";

    static final Customer OPERATOR = new Customer(0, "", Backends.OPERATOR_KEY);

    private Judged() {}

    /** Phones that are known, with the version that they run. */
    static List<MacAddress> fleet(PlayedDoor door, Instant noon, long first, String version) {
        List<MacAddress> fleet = macs(first, FLEET);
        fleet.forEach(mac -> door.saw(noon, mac, version));
        door.beats(noon.plusSeconds(60));
        Soon.until(
                () ->
                        RIVAL.asks()
                                .get("/api/v1/compliance?size=1000&version=" + version)
                                .jsonPath()
                                .getList("$")
                                .size(),
                known -> known == FLEET);
        return fleet;
    }

    static List<MacAddress> macs(long first, int many) {
        return LongStream.range(first, first + many).mapToObj(MacAddress::new).toList();
    }

    /** A rollout to the addresses from the first to the last, whose first wave opened at noon. */
    static long started(
            DataSource rows,
            Instant noon,
            String version,
            MacAddress first,
            MacAddress last,
            String waves) {
        long release = RIVAL.drafts(version, "judged.bin", "x".repeat(SIZE));
        RIVAL.publishes(release).then().statusCode(200);
        String wish =
                """
                {"release":%d,"ranges":[{"first":"%s","last":"%s"}],"waves":%s,\
                "limits":{"successPercent":90,"errorPercent":2,"leastErrors":3,\
                "settleMinutes":10,"backMinutes":120}}\
                """
                        .formatted(release, first, last, waves);
        long id =
                RIVAL.asks()
                        .contentType("application/json")
                        .body(wish)
                        .post("/api/v1/rollouts")
                        .jsonPath()
                        .getLong("id");
        // As far as it takes a second person.
        OPERATOR.asks().post(ROLLOUTS + id + "/approve").then().statusCode(200);
        RIVAL.asks().post(ROLLOUTS + id + "/start").then().statusCode(200);
        openedAt(rows, id, noon);
        return id;
    }

    static JsonPath standing(long id, Predicate<JsonPath> enough) {
        return Soon.until(() -> RIVAL.asks().get(ROLLOUTS + id + "/standing").jsonPath(), enough);
    }

    /** The waves that are open have been so since then: played doors tell of the past. */
    static void openedAt(DataSource rows, long rollout, Instant then) {
        try (Connection connection = rows.getConnection();
                PreparedStatement update =
                        connection.prepareStatement(
                                "UPDATE rollout_wave SET opened_at = ?::timestamptz"
                                        + " WHERE rollout_id = ? AND opened_at IS NOT NULL")) {
            update.setString(1, then.toString());
            update.setLong(2, rollout);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All doors tell up to now, but that which is played: others' silence holds up every wave. */
    static void hearsOnly(PlayedDoor door) {
        OPERATOR.asks().get("/api/v1/doors").jsonPath().<String>getList("door").stream()
                .filter(other -> !other.equals(door.id.toString()))
                .forEach(other -> OPERATOR.asks().delete("/api/v1/doors/" + other));
    }

    /** It would hold up the judging of others' rollouts. */
    static void forget(PlayedDoor door) {
        OPERATOR.asks().delete("/api/v1/doors/" + door.id);
    }
}
