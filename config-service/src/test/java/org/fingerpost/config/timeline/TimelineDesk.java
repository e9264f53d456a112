package org.fingerpost.config.timeline;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.fingerpost.config.PlayedRedirect;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.testkit.Soon;
import org.fingerpost.testkit.TestKafka;

/** A provider that reads the past of a phone, and whoever tells of it. */
abstract class TimelineDesk {
    private static final AtomicInteger COUNT = new AtomicInteger(0x10);
    private static final AtomicInteger SEQUENCE = new AtomicInteger();

    final String mac = String.format("000b8260%04x", COUNT.getAndIncrement());
    final Customer acme = PlayedRedirect.customer();
    final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    static double metric(String begin) {
        return RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(begin))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    static RequestSpecification by(String key) {
        return RestAssured.given().auth().oauth2(key).urlEncodingEnabled(false);
    }

    Response timeline(String query) {
        return timeline(acme.apiKey(), query);
    }

    Response timeline(String key, String query) {
        return by(key).get("/api/v1/devices/" + mac + "/timeline" + query);
    }

    Response timelineUntil(int count) {
        try {
            return Soon.until(
                    () -> timeline(""),
                    answer -> answer.statusCode() == 200 && bytes(answer).size() == count);
        } catch (AssertionError e) {
            String waiting = "; wait: " + metric("fingerpost_timeline_lag");
            throw new AssertionError(timeline("").asString() + waiting, e);
        }
    }

    static List<Integer> bytes(Response answer) {
        return answer.jsonPath().getList("bytes");
    }

    String told(long provider, String service, Instant time, long bytes) {
        return """
        {"door":"0b8b9b1e-7a51-4f57-9f5e-000000000001","sequence":%d,"time":"%s","service":"%s","mac":"%s",\
        "provider":%d,"kind":"cfg-xml","method":"GET","status":200,"bytes":%d,"outcome":"served","model":"GXP2160",\
        "address":"192.0.2.1","secure":false}\
        """
                .formatted(SEQUENCE.incrementAndGet(), time, service, mac, provider, bytes)
                .replace("\"provider\":0,", "");
    }

    void send(String... sightings) {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                TestKafka.bootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer())) {
            for (String sighting : sightings) {
                producer.send(new ProducerRecord<>("fingerpost.sightings", mac, sighting));
            }
            producer.flush();
        }
    }
}
