package org.fingerpost.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.firmware.Customer.ACME;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Contract;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/** Holds every record that this service has put into Kafka against its schema. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@QuarkusTestResource(RedirectTopic.class)
class ContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyReleaseIsToldAsDraftAndAsPublishedByItsSchema() {
        long id = ACME.drafts("1.0.8.1", "contract.bin", "firmware");
        ACME.publishes(id);

        List<ConsumerRecord<String, String>> told =
                Soon.until(
                        () -> Contract.read("fingerpost.firmware.state"),
                        all -> statesOf(all, id).contains("published"));

        assertThat(statesOf(told, id)).containsExactly("draft", "published");
        told.forEach(Contract::holdsForState);
    }

    @Test
    void whatAProviderChoosesIsToldByItsSchema() {
        long id = ACME.drafts("1.0.8.2", "chosen.bin", "firmware");
        ACME.publishes(id);
        ACME.offers("GXP2160", "{\"release\":" + id + ",\"P194\":1,\"P238\":1}")
                .then()
                .statusCode(200);
        ACME.asks().put("/api/v1/subscriptions/DP750").then().statusCode(204);
        ACME.brings("contract.xml", "x").then().statusCode(204);
        ACME.asks().delete("/api/v1/offers/GXP2160").then().statusCode(204);
        long mistake = ACME.drafts("1.0.8.3", "chosen.bin", "mistake");
        ACME.asks().delete("/api/v1/releases/" + mistake).then().statusCode(204);
        ACME.asks().delete("/api/v1/subscriptions/DP750").then().statusCode(204);
        ACME.asks().delete("/api/v1/companions/contract.xml").then().statusCode(204);

        List<ConsumerRecord<String, String>> told =
                Soon.until(
                        () -> Contract.read("fingerpost.firmware.state"),
                        all -> countOf(all, "companion/7/contract.xml") == 2);

        assertThat(countOf(told, "offer/7/GXP2160")).isGreaterThanOrEqualTo(2);
        assertThat(countOf(told, "subscription/7/DP750")).isEqualTo(2);
        assertThat(countOf(told, "release/" + mistake)).as("drafted and gone").isEqualTo(2);
        assertThat(told)
                .extracting(ConsumerRecord::value)
                .anyMatch(value -> value.contains("\"fw.example.com:8083/fw/acmeacmeacmeacme\""));
        told.forEach(Contract::holdsForState);
    }

    @Test
    void aRolloutIsToldByItsSchema() {
        long release = ACME.drafts("1.0.8.4", "contract.bin", "rolled out");
        ACME.publishes(release);
        long id =
                ACME.asks()
                        .contentType("application/json")
                        .body(
                                "{\"release\":"
                                        + release
                                        + ",\"P238\":1,\"running\":[\"1.0.7\"],\"ranges\":"
                                        + "[{\"first\":\"000b82ff0000\",\"last\":\"000b82ff00ff\"}]}")
                        .post("/api/v1/rollouts")
                        .jsonPath()
                        .getLong("id");
        ACME.asks().post("/api/v1/rollouts/" + id + "/start").then().statusCode(200);
        ACME.asks().post("/api/v1/rollouts/" + id + "/abort").then().statusCode(200);
        ACME.asks().delete("/api/v1/rollouts/" + id).then().statusCode(204);

        List<ConsumerRecord<String, String>> told =
                Soon.until(
                        () -> Contract.read("fingerpost.firmware.state"),
                        all -> countOf(all, "rollout/" + id) == 5);

        assertThat(told)
                .filteredOn(message -> message.key().equals("rollout/" + id))
                .extracting(ConsumerRecord::value)
                .anyMatch(value -> value.contains("\"open\":42949672,"))
                .allMatch(value -> value.contains("gone") || value.contains("1.0.8.4"));
        told.forEach(Contract::holdsForState);
    }

    @Test
    void everySightingIsToldByItsSchema() {
        RestAssured.given()
                .header(
                        "User-Agent",
                        "Grandstream Model HW GXP2160 SW 1.0.11.39 DevId 000b82654321")
                .get(ACME.address("nothing.bin"));
        RestAssured.get("/fw/../etc/passwd");

        List<ConsumerRecord<String, String>> told =
                Soon.until(
                        () -> Contract.read("fingerpost.sightings"),
                        all -> all.stream().anyMatch(ContractTest::isOurs));

        told.forEach(Contract::holdsForSighting);
        JsonNode ours = json(told.stream().filter(ContractTest::isOurs).findFirst().orElseThrow());
        assertThat(ours.path("file").textValue()).isEqualTo("nothing.bin");
        assertThat(ours.path("provider").longValue()).isEqualTo(ACME.id());
        assertThat(ours.path("model").textValue()).isEqualTo("GXP2160");
        assertThat(ours.path("version").textValue()).isEqualTo("1.0.11.39");
        assertThat(ours.path("outcome").textValue()).isEqualTo("none");
        assertThat(ours.path("kind").textValue()).isEqualTo("firmware");
    }

    private static boolean isOurs(ConsumerRecord<String, String> message) {
        return "000b82654321".equals(message.key());
    }

    private static long countOf(List<ConsumerRecord<String, String>> all, String key) {
        return all.stream().filter(message -> message.key().equals(key)).count();
    }

    private static List<String> statesOf(List<ConsumerRecord<String, String>> all, long id) {
        return all.stream()
                .filter(message -> message.key().equals("release/" + id))
                .map(message -> json(message).path("state").textValue())
                .toList();
    }

    private static JsonNode json(ConsumerRecord<String, String> message) {
        try {
            return JSON.readTree(message.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
