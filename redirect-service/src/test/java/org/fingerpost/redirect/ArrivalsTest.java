package org.fingerpost.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.redirect.Registry.approve;
import static org.fingerpost.redirect.Registry.by;
import static org.fingerpost.redirect.Registry.customer;
import static org.fingerpost.redirect.Registry.phone;
import static org.fingerpost.redirect.Registry.phoneUntil;
import static org.fingerpost.redirect.Registry.range;
import static org.fingerpost.redirect.Registry.server;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.fingerpost.redirect.Registry.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.fingerpost.testkit.TestKafka;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the phones of a range come in, as its provider sees it. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ArrivalsTest {
    private static final AtomicInteger BLOCK = new AtomicInteger(0x10);
    private static final String LONG_AGO = "2026-01-01T00:00:00.000Z";

    private final String block = String.format("ec74d7%02x", BLOCK.getAndIncrement());
    private Customer acme;
    private long server;

    @BeforeEach
    void aProvider() {
        acme = customer("Acme");
        server = server(acme, "http://a.example/p", "http://a.example/f");
    }

    @Test
    void aPhoneThatAsksItsDoorIsCountedInTheFunnelOfItsRange() {
        long range = range(acme, block + "0000", block + "00ff", server);
        phone("/gs/cfg" + block + "0001").then().statusCode(404);
        JsonPath waiting = funnelUntil(range, 1, 0);
        assertThat(waiting.getLong("addresses")).isEqualTo(256);
        assertThat(waiting.getLong("neverSeen")).isEqualTo(255);

        approve(range);
        phoneUntil(200, "/gs/cfg" + block + "0001");
        phone("/gs/cfg" + block + "0002.xml").then().statusCode(200);

        funnelUntil(range, 2, 2);
        JsonPath phones = phones(acme, range, "");
        assertThat(phones.getList("mac")).containsExactly(block + "0001", block + "0002");
        assertThat(phones.getList("outcome")).containsExactly("redirected", "redirected");
        assertThat(phones.getString("[1].model")).isEqualTo("GXP2160");
        assertThat(phones.getString("[1].version")).isEqualTo("1.0.11.39");
        assertThat(phones(acme, range, "?size=1&after=" + block + "0001").getList("mac"))
                .containsExactly(block + "0002");
    }

    @Test
    void aPilotsPhonesAreSeenArrivingAndTheOthersAreNotRedirected() {
        long range =
                by(acme.apiKey())
                        .body(
                                Map.of(
                                        "first",
                                        block + "0000",
                                        "last",
                                        block + "00ff",
                                        "targetServerId",
                                        server,
                                        "pilotMacs",
                                        List.of(block + "0007")))
                        .post("/api/v1/ranges")
                        .jsonPath()
                        .getLong("id");
        approve(range);
        phoneUntil(200, "/gs/cfg" + block + "0007");
        phone("/gs/cfg" + block + "0008").then().statusCode(404);

        funnelUntil(range, 2, 1);
        assertThat(phones(acme, range, "").getList("outcome"))
                .containsExactly("redirected", "unclaimed");
    }

    @Test
    void whatComesTwiceOrLateMovesNothingBack() {
        long range = range(acme, block + "0000", block + "00ff", server);
        String mac = block + "0001";
        String latest = told(mac, acme.id(), 3, "2026-11-01T10:00:00.000Z", "redirected", "1.0.3");
        String earliest = told(mac, acme.id(), 1, LONG_AGO, "redirected", "1.0.1");
        String between =
                told(mac, acme.id(), 2, "2026-05-01T10:00:00.000Z", "not-modified", "1.0.2");
        send(mac, latest);
        send(mac, earliest, between, latest, earliest);
        send(
                mac,
                "{\"not\":\"a sighting\"}",
                "neither",
                told(block + "0002", 0, 4, LONG_AGO, "unclaimed", "1"));

        funnelUntil(range, 2, 1);
        JsonPath phones = phones(acme, range, "");
        assertThat(Instant.parse(phones.getString("[0].firstContact")))
                .isEqualTo(Instant.parse(LONG_AGO));
        assertThat(phones.getString("[0].lastContact")).isEqualTo("2026-11-01T10:00:00Z");
        assertThat(phones.getString("[0].redirectedAt")).isEqualTo("2026-11-01T10:00:00Z");
        assertThat(phones.getString("[0].version")).isEqualTo("1.0.3");
        assertThat(phones.getString("[0].outcome")).isEqualTo("redirected");
    }

    @Test
    void whatAPhoneDidForItsFormerProviderStaysBetweenTheTwo() {
        Customer rival = customer("Rival");
        String mac = block + "0001";
        send(
                mac,
                told(mac, rival.id(), 1, LONG_AGO, "redirected", "1.0.1"),
                told(block + "0002", 0, 2, Instant.now().toString(), "unclaimed", "1.0.1"));
        long range = range(acme, block + "0000", block + "00ff", server);

        funnelUntil(range, 1, 0);
        assertThat(phones(acme, range, "").getList("mac")).containsExactly(block + "0002");
        by(rival.apiKey()).get("/api/v1/ranges/" + range + "/arrivals").then().statusCode(404);
        by(rival.apiKey())
                .get("/api/v1/ranges/" + range + "/arrivals/phones")
                .then()
                .statusCode(404);
        by(Backends.OPERATOR_KEY)
                .get("/api/v1/ranges/" + range + "/arrivals")
                .then()
                .body("contacted", equalTo(1));
    }

    @Test
    void aPhoneInNobodysRangeIsForgottenAfterAWeekAndOneInARangeIsNot() {
        long range = range(acme, block + "0000", block + "00ff", server);
        String kept = block + "0001";
        String forgotten = block + "ff01";
        send(
                kept,
                told(kept, 0, 1, LONG_AGO, "unclaimed", "1"),
                told(forgotten, 0, 2, LONG_AGO, "unclaimed", "1"));

        Soon.until(ArrivalsTest::dropped, before -> before >= 1);
        long later = range(acme, block + "ff00", block + "ffff", server);

        assertThat(funnel(later).getLong("contacted")).isZero();
        assertThat(funnel(range).getLong("contacted")).isEqualTo(1);
    }

    @Test
    void noMetricTellsWhichPhonesCame() {
        approve(range(acme, block + "0000", block + "00ff", server));
        phoneUntil(200, "/gs/cfg" + block + "0001");
        phone("/gs/cfg" + block + "0102").then().statusCode(404);

        assertThat(RestAssured.get("/q/metrics").asString())
                .contains("fingerpost_door_requests")
                .doesNotContain("/gs/", block);
    }

    @Test
    void whatTheSpoolHoldsAndLosesIsMeasured() {
        assertThat(RestAssured.get("/q/metrics").asString())
                .contains("fingerpost_spool_dropped_total", "fingerpost_spool_entries")
                .contains("fingerpost_arrivals_sightings_total", "fingerpost_arrivals_lag");
    }

    private static double dropped() {
        return RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("fingerpost_arrivals_strays_dropped_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private JsonPath funnelUntil(long range, long contacted, long redirected) {
        return Soon.until(
                () -> funnel(range),
                seen ->
                        seen.getLong("contacted") == contacted
                                && seen.getLong("redirected") == redirected);
    }

    private JsonPath funnel(long range) {
        return by(acme.apiKey()).get("/api/v1/ranges/" + range + "/arrivals").jsonPath();
    }

    private static JsonPath phones(Customer customer, long range, String query) {
        return by(customer.apiKey())
                .get("/api/v1/ranges/" + range + "/arrivals/phones" + query)
                .jsonPath();
    }

    private static String told(
            String mac, long provider, long sequence, String time, String outcome, String version) {
        return """
        {"door":"0b8b9b1e-7a51-4f57-9f5e-000000000001","sequence":%d,"time":"%s","service":"redirect","mac":"%s",\
        "provider":%d,"kind":"cfg-xml","method":"GET","status":200,"bytes":1,"outcome":"%s","model":"GXP2160",\
        "version":"%s","address":"192.0.2.1","secure":false}\
        """
                .formatted(sequence, time, mac, provider, outcome, version)
                .replace("\"provider\":0,", "");
    }

    private static void send(String key, String... sightings) {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                TestKafka.bootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer())) {
            for (String sighting : sightings) {
                producer.send(new ProducerRecord<>("fingerpost.sightings", key, sighting));
            }
            producer.flush();
        }
    }
}
