package org.fingerpost.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.redirect.Registry.approve;
import static org.fingerpost.redirect.Registry.by;
import static org.fingerpost.redirect.Registry.customer;
import static org.fingerpost.redirect.Registry.phone;
import static org.fingerpost.redirect.Registry.phoneUntil;
import static org.fingerpost.redirect.Registry.range;
import static org.fingerpost.redirect.Registry.server;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fingerpost.redirect.Registry.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Contract;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/** Every event that this service produces is as its schema says. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ContractTest {

    @Test
    void everyStateRecordAndEverySightingKeepsItsContract() {
        Customer acme = customer("Acme & Söhne");
        long server = server(acme, "http://acme.example/p", "tftp://acme.example/fw");
        long kept = range(acme, "000b82f00000", "000b82f000ff", server);
        long released = range(acme, "000b82f00100", "000b82f00100", server);
        approve(kept);
        by(acme.apiKey()).delete("/api/v1/ranges/" + released).then().statusCode(204);
        phoneUntil(200, "/gs/cfg000b82f00001");
        phone("/gs/cfg000b82f00001.xml").then().statusCode(200);
        phone("/gs/cfg000b82f00200").then().statusCode(404);
        phone("/nothing/here").then().statusCode(404);

        List<ConsumerRecord<String, String>> state =
                Soon.until(
                        () -> Contract.read("fingerpost.redirect.state"),
                        seen -> has(seen, "range/" + released) && has(seen, "range/" + kept));
        assertThat(state)
                .extracting(ConsumerRecord::key)
                .contains("provider/" + acme.id(), "target/" + server);
        state.forEach(Contract::holdsForState);

        List<ConsumerRecord<String, String>> sightings =
                Soon.until(
                        () -> Contract.read("fingerpost.sightings"),
                        seen -> has(seen, "000b82f00200"));
        assertThat(has(sightings, "000b82f00001")).isTrue();
        // Other tests put sightings there that no door told.
        List<ConsumerRecord<String, String>> own =
                sightings.stream()
                        .filter(each -> each.key() != null && each.key().startsWith("000b82f0"))
                        .toList();
        assertThat(own).hasSizeGreaterThanOrEqualTo(3).allSatisfy(Contract::holdsForSighting);

        String about = Long.toString(acme.id());
        List<ConsumerRecord<String, String>> notices =
                Soon.until(
                        () -> Contract.read("fingerpost.notices"),
                        seen ->
                                seen.stream().filter(each -> about.equals(each.key())).count()
                                        == 2);
        notices.forEach(Contract::holdsForNotice);
    }

    private static boolean has(List<ConsumerRecord<String, String>> records, String key) {
        return records.stream().anyMatch(each -> key.equals(each.key()));
    }
}
