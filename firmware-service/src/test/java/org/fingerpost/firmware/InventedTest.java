package org.fingerpost.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.firmware.Customer.RIVAL;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.fingerpost.firmware.parked.ParkedPhones;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.rule.Salt;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/** Phones that somebody invents while a rollout runs: of no panel, and parked up to a limit. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@QuarkusTestResource(RedirectTopic.class)
class InventedTest {
    @Inject DataSource dataSource;

    private final Instant noon =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(10, ChronoUnit.HOURS);
    private final Instant fetch = noon.plus(Duration.ofMinutes(60));

    @Test
    void whoCameAfterTheFirstWaveOpenedIsOfNoPanelWithoutProof() {
        try (PlayedDoor door = new PlayedDoor(RIVAL.id())) {
            List<MacAddress> fleet = Judged.fleet(door, noon, 0x000b82f60000L, "7.6.0");
            Judged.hearsOnly(door);
            long id = started("7.6.1", 0x000b82f60000L, "[{\"count\":100},{\"percent\":100}]");

            Judged.macs(0x000b82f61000L, 300)
                    .forEach(mac -> door.saw(noon.plusSeconds(1), mac, "7.6.0"));
            List<MacAddress> proved = Judged.macs(0x000b82f62000L, 20);
            proved.forEach(mac -> door.sawProved(noon.plusSeconds(1), mac, "7.6.0"));
            List<MacAddress> first = panel(id, 1);
            assertThat(first).hasSize(100).isSubsetOf(fleet);
            first.forEach(mac -> door.sent(fetch, mac, "7.6.0", "judged.bin", Judged.SIZE, id));
            first.forEach(mac -> door.saw(fetch.plusSeconds(60), mac, "7.6.1"));
            Judged.hearsOnly(door);
            door.beats(Instant.now());

            Judged.standing(id, now -> now.getList("waves").size() == 2);
            List<MacAddress> second = new ArrayList<>(fleet);
            second.removeAll(first);
            second.addAll(proved.stream().filter(behindTheFirstWave(id)).toList());
            assertThat(panel(id, 2)).containsExactlyInAnyOrderElementsOf(second);
            Judged.forget(door);
        }
    }

    @Test
    void aRolloutThatParkedAllThatItMayIsStoppedUntilSomebodyHasLooked() {
        try (PlayedDoor door = new PlayedDoor(RIVAL.id())) {
            List<MacAddress> fleet = Judged.fleet(door, noon, 0x000b82f70000L, "7.7.0");
            Judged.hearsOnly(door);
            door.beats(noon.plusSeconds(120));
            long id = started("7.7.1", 0x000b82f70000L, "[{\"percent\":100}]");
            park(id, ParkedPhones.MOST - 2);

            // Two in a hundred: too few to stop it.
            fleet.forEach(mac -> door.sent(fetch, mac, "7.7.0", "judged.bin", Judged.SIZE, id));
            fleet.subList(4, fleet.size())
                    .forEach(mac -> door.saw(fetch.plusSeconds(60), mac, "7.7.1"));
            Instant heard = fetch.plus(Duration.ofHours(5));
            door.beats(heard);
            JsonPath standing = Judged.standing(id, now -> now.getString("state").equals("paused"));
            assertThat(standing.getInt("waves[0].failed")).isEqualTo(2);
            RIVAL.asks()
                    .get(Judged.ROLLOUTS + id)
                    .then()
                    .body("reason", startsWith("10000 phones were parked"));
            assertThat(parked(id)).isEqualTo(ParkedPhones.MOST);

            RIVAL.asks().post(Judged.ROLLOUTS + id + "/resume").then().statusCode(200);
            standing = Judged.standing(id, now -> now.getInt("waves[0].failed") == 4);
            assertThat(standing.getString("judgement")).isNotEqualTo("stop");
            assertThat(parked(id)).isEqualTo(ParkedPhones.MOST + 2);
            Judged.forget(door);
        }
    }

    @Test
    void whereNoRoomIsLeftPhonesThatAreIdleAndNeverProvedAnythingMakeSome() {
        long full = 70_001;
        long idle = 5001;
        try (PlayedDoor door = new PlayedDoor(full)) {
            // As many as are looked at at a time are busy, and the idle one is behind them.
            query(
                    "INSERT INTO phone (provider_id, mac, model, version, group_name, seen_at,"
                        + " proved_at) SELECT ?, mac, 'GXP2160', '7.8.0', '', now() - days *"
                        + " interval '1 day', CASE WHEN proved THEN now() - interval '99 days' END"
                        + " FROM (VALUES (5001, 31, false), (5002, 31, true), (5003, 29, false)"
                        + " UNION ALL SELECT mac, 1, false FROM generate_series(1001, 2000) AS mac)"
                        + " AS known (mac, days, proved) RETURNING mac",
                    full,
                    _ -> {});
            query("INSERT INTO phone_count VALUES (?, 2000000) RETURNING phones", full, _ -> {});

            List<Long> known =
                    Soon.until(
                            () -> {
                                door.saw(noon, new MacAddress(4), "7.8.0");
                                door.saw(noon, new MacAddress(5), "7.8.0");
                                return macsOf(full);
                            },
                            macs -> !macs.contains(idle));
            assertThat(known).hasSize(1003).contains(5002L, 5003L).containsAnyOf(4L, 5L);

            door.sawProved(noon, new MacAddress(6), "7.8.0");
            Soon.until(() -> macsOf(full), macs -> macs.size() == 1004 && macs.contains(6L));
            query(
                    "SELECT phones FROM phone_count WHERE provider_id = ?",
                    full,
                    row -> assertThat(row.getLong(1)).as("who went makes room").isEqualTo(2000001));
            Judged.forget(door);
        }
    }

    private List<Long> macsOf(long provider) {
        List<Long> found = new ArrayList<>();
        query(
                "SELECT mac FROM phone WHERE provider_id = ?",
                provider,
                row -> found.add(row.getLong(1)));
        return found;
    }

    private Predicate<MacAddress> behindTheFirstWave(long rollout) {
        List<Predicate<MacAddress>> found = new ArrayList<>();
        query(
                "SELECT salt, place FROM rollout JOIN rollout_wave ON rollout_id = id"
                        + " WHERE id = ? AND position = 1",
                rollout,
                row -> {
                    Salt salt = Salt.parse(row.getString(1));
                    long open = row.getLong(2);
                    found.add(mac -> salt.place(mac) >= open);
                });
        return found.getFirst();
    }

    private List<MacAddress> panel(long rollout, int wave) {
        List<MacAddress> found = new ArrayList<>();
        query(
                "SELECT mac FROM rollout_phone WHERE rollout_id = ? AND wave = " + wave,
                rollout,
                row -> found.add(new MacAddress(row.getLong(1))));
        return found;
    }

    private long parked(long rollout) {
        List<Long> found = new ArrayList<>();
        query(
                "SELECT count(*) FROM parked WHERE rollout_id = ?",
                rollout,
                row -> found.add(row.getLong(1)));
        return found.getFirst();
    }

    /** So many that are no phones. */
    private void park(long rollout, int many) {
        String insert =
                "INSERT INTO parked (rollout_id, mac, provider_id, reason, at)"
                        + " SELECT ?, mac, "
                        + RIVAL.id()
                        + ", 'did-not-return', now() FROM generate_series(1, "
                        + many
                        + ") AS mac RETURNING mac";
        query(insert, rollout, _ -> {});
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String sql, long rollout, Row to) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, rollout);
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                to.read(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long started(String version, long first, String waves) {
        return Judged.started(
                dataSource,
                noon,
                version,
                new MacAddress(first),
                new MacAddress(first + 0xffffL),
                waves);
    }
}
