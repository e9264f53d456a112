package org.fingerpost.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.config.Desk.base;
import static org.fingerpost.config.Desk.phone;
import static org.fingerpost.config.Desk.put;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/** A rollout of the firmware service reaches the files of the phones that it lets in. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class RolledOutFilesTest {
    private static final String RUNNING = "1.0.11.39";

    private final Customer acme = PlayedRedirect.customer();

    @Test
    void aPhoneThatIsLetInIsToldTheRolloutsAffixesInsteadOfTheOffersUnlessItsRecordSaysOthers() {
        put(acme, "000b82c00001", Map.of("P47", "a")).then().statusCode(201);
        put(acme, "000b82c00002", Map.of("P233", "_own")).then().statusCode(201);
        PlayedRedirect.firmware(acme, "GXP21xx", "1.0.7.5", ",\"server\":\"fw.example/fw/x\"");
        until("000b82c00001", "<P233>_1.0.7.5</P233>");

        PlayedRedirect.rollout(acme, 71, "1.0.12.1", RUNNING);

        assertThat(until("000b82c00001", "<P233>_1.0.12.1</P233>"))
                .contains("<P238>1</P238>")
                .as("where firmware lies is the offer's still")
                .contains("<P192>fw.example/fw/x</P192>");
        assertThat(until("000b82c00002", "<P238>1</P238>")).contains("<P233>_own</P233>");

        PlayedRedirect.rollout(acme, 71, "1.0.12.1", "1.0.10.1");
        until("000b82c00001", "<P233>_1.0.7.5</P233>");
    }

    private String until(String mac, String text) {
        return Soon.until(
                () -> phone(base(acme) + "/cfg" + mac + ".xml").asString(),
                file -> file.contains(text));
    }
}
