package org.fingerpost.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.config.Desk.admission;
import static org.fingerpost.config.Desk.base;
import static org.fingerpost.config.Desk.by;
import static org.fingerpost.config.Desk.phone;
import static org.fingerpost.config.Desk.phoneWithSecret;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Contract;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/** Every event that this service produces is as its schema says. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class ContractTest {
    @Test
    void everyStateRecordAndEverySightingKeepsItsContract() {
        Customer acme = PlayedRedirect.customer();
        phoneWithSecret(acme, "000b82400001");
        phoneWithSecret(acme, "000b82400002");
        phone(base(acme) + "/cfg000b82400001").then().statusCode(200);
        phone(base(acme) + "/cfg000b82400001.xml").then().statusCode(404);
        by(acme.apiKey()).post("/api/v1/devices/000b82400001/rearm").then().statusCode(200);
        by(acme.apiKey()).delete("/api/v1/devices/000b82400002").then().statusCode(204);
        by(acme.apiKey())
                .body(Map.of("settings", Map.of("P64", "CET")))
                .put("/api/v1/generic-settings")
                .then()
                .statusCode(201);
        by(acme.apiKey())
                .body(Map.of("password", "chosen-by-Acme!"))
                .put("/api/v1/devices/000b82400001/login")
                .then()
                .statusCode(200);
        by(acme.apiKey())
                .body(Map.of("fromHour", 1, "toHour", 5))
                .put("/api/v1/staggering/groups/berlin")
                .then()
                .statusCode(200);
        admission(acme, "open");
        by(acme.apiKey())
                .body(Map.of("mode", "basic"))
                .put("/api/v1/admission/groups/berlin")
                .then()
                .statusCode(200);
        by(acme.apiKey())
                .body(
                        Map.of(
                                "ranges",
                                List.of(Map.of("first", "000b82400001", "last", "000b8240000f"))))
                .put("/api/v1/admission/tftp")
                .then()
                .statusCode(200);

        List<ConsumerRecord<String, String>> state =
                Soon.until(
                        ContractTest::ours, seen -> keys(seen).contains("admission/" + acme.id()));
        assertThat(keys(state))
                .contains(
                        "provider-key/" + acme.id() + "/k1",
                        "device/" + acme.id() + "/000b82400001",
                        "device/" + acme.id() + "/000b82400002",
                        "generic/" + acme.id(),
                        "staggering/" + acme.id());
        List<ConsumerRecord<String, String>> sightings =
                Soon.until(
                        () -> Contract.read("fingerpost.sightings"),
                        seen -> keys(seen).contains("000b82400001"));
        state.forEach(Contract::holdsForState);
        sightings.forEach(Contract::holdsForSighting);
    }

    /** Not those that tests have written in this service's place. */
    private static List<ConsumerRecord<String, String>> ours() {
        return Contract.read("fingerpost.config.state").stream()
                .filter(record ->
                        new String(
                                        record.headers().lastHeader("ce_source").value(),
                                        StandardCharsets.UTF_8)
                                .equals("/fingerpost/config"))
                .toList();
    }

    private static Set<String> keys(List<ConsumerRecord<String, String>> records) {
        return records.stream().map(ConsumerRecord::key).collect(Collectors.toSet());
    }
}
