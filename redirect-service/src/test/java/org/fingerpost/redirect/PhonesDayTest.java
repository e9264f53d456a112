package org.fingerpost.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.redirect.Registry.approve;
import static org.fingerpost.redirect.Registry.by;
import static org.fingerpost.redirect.Registry.customer;
import static org.fingerpost.redirect.Registry.phone;
import static org.fingerpost.redirect.Registry.phoneUntil;
import static org.fingerpost.redirect.Registry.range;
import static org.fingerpost.redirect.Registry.register;
import static org.fingerpost.redirect.Registry.server;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.fingerpost.formats.cfg.CfgBinary;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.redirect.Registry.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/** One service through its doors, on a real database and a real broker. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class PhonesDayTest {
    /** Every test works in a block of addresses of its own. */
    private static final AtomicInteger BLOCK = new AtomicInteger(0x10);

    private final String block = String.format("000b82%02x", BLOCK.getAndIncrement());

    @Test
    void aRegisteredAndApprovedPhoneIsSentToItsProviderInBothDialects() {
        Customer acme = customer("Acme");
        long server =
                server(
                        acme,
                        "http://prov.acme.example:8082/p/" + acme.pathKey(),
                        "http://fw.acme.example/fw");
        long range = range(acme, block + "0000", block + "00ff", server);
        phone("/gs/cfg" + block + "0001").then().statusCode(404);

        approve(range);

        byte[] binary = phoneUntil(200, "/gs/cfg" + block + "0001").asByteArray();
        PValues told = CfgBinary.decode(binary).settings();
        assertThat(CfgBinary.decode(binary).mac()).isEqualTo(MacAddress.parse(block + "0001"));
        assertThat(told.get(PValue.parse("P212"))).contains("1");
        assertThat(told.get(PValue.parse("P237")))
                .contains("prov.acme.example:8082/p/" + acme.pathKey());
        assertThat(told.get(PValue.parse("P6767"))).contains("1");
        assertThat(told.get(PValue.parse("P192"))).contains("fw.acme.example/fw");
        assertThat(told.get(PValue.parse("P145"))).contains("0");
        assertThat(told.size()).isEqualTo(5);
        phone("/gs/cfg" + block.toUpperCase() + "0001.xml")
                .then()
                .statusCode(200)
                .body(
                        "gs_provision.config.P237",
                        equalTo("prov.acme.example:8082/p/" + acme.pathKey()))
                .body("gs_provision.mac", equalTo(block + "0001"));
        phone("/gs/cfg" + block + "0100").then().statusCode(404);
    }

    @Test
    void aChangedTargetServerIsFollowedByAllItsPhones() {
        Customer acme = customer("Acme");
        long server = server(acme, "http://old.example/p", "http://old.example/fw");
        approve(range(acme, block + "0000", block + "ffff", server));
        phoneUntil(200, "/gs/cfg" + block + "0001");

        by(acme.apiKey())
                .body(
                        Map.of(
                                "name",
                                "s",
                                "configUrl",
                                "https://new.example/p",
                                "firmwareUrl",
                                "http://new.example/fw"))
                .put("/api/v1/target-servers/" + server)
                .then()
                .statusCode(200)
                .body("warnings[0]", containsString("different schemes"));

        String changed =
                Soon.until(
                        () -> phone("/gs/cfg" + block + "ffff.xml").asString(),
                        text -> text.contains("new.example"));
        assertThat(changed).contains("<P212>2</P212>").contains("<P6767>1</P6767>");
    }

    @Test
    void aReleasedRangeIsNobodysAgain() {
        Customer acme = customer("Acme");
        long range =
                range(
                        acme,
                        block + "0000",
                        block + "ffff",
                        server(acme, "http://a.example/p", "http://a.example/f"));
        approve(range);
        phoneUntil(200, "/gs/cfg" + block + "0001");

        by(acme.apiKey()).delete("/api/v1/ranges/" + range).then().statusCode(204);

        phoneUntil(404, "/gs/cfg" + block + "0001");
        by(acme.apiKey()).get("/api/v1/ranges/" + range).then().statusCode(404);
    }

    @Test
    void rangesOfTwoProvidersNeverOverlapAndNobodyIsNamed() {
        Customer acme = customer("Acme");
        Customer rival = customer("Rival");
        range(
                acme,
                block + "0000",
                block + "00ff",
                server(acme, "http://a.example/p", "http://a.example/f"));
        long rivalServer = server(rival, "http://r.example/p", "http://r.example/f");

        String answer =
                register(rival, block + "0080", block + "0180", rivalServer)
                        .then()
                        .statusCode(409)
                        .contentType("application/problem+json")
                        .body("type", equalTo("urn:fingerpost:problem:range-taken"))
                        .extract()
                        .asString();

        assertThat(answer).doesNotContain("Acme").doesNotContain(block + "00ff");
    }

    @Test
    void aRangeMayNestInOnesOwnAndTheInnermostWins() {
        Customer acme = customer("Acme");
        long outer = server(acme, "http://outer.example/p", "http://outer.example/f");
        long inner = server(acme, "http://inner.example/p", "http://inner.example/f");
        approve(range(acme, block + "0000", block + "ffff", outer));
        approve(range(acme, block + "0010", block + "0010", inner));

        Soon.until(
                () -> phone("/gs/cfg" + block + "0010.xml").asString(),
                text -> text.contains("inner.example"));
        assertThat(phone("/gs/cfg" + block + "0011.xml").asString()).contains("outer.example");
        register(acme, block + "0010", block + "0010", inner).then().statusCode(409);
    }

    @Test
    void aProviderSeesOnlyItsOwn() {
        Customer acme = customer("Acme");
        Customer rival = customer("Rival");
        long server = server(acme, "http://a.example/p", "http://a.example/f");
        long range = range(acme, block + "0000", block + "00ff", server);

        by(rival.apiKey()).get("/api/v1/ranges/" + range).then().statusCode(404);
        by(rival.apiKey()).delete("/api/v1/ranges/" + range).then().statusCode(404);
        by(rival.apiKey()).get("/api/v1/target-servers/" + server).then().statusCode(404);
        by(rival.apiKey()).get("/api/v1/providers/" + acme.id()).then().statusCode(404);
        by(rival.apiKey()).post("/api/v1/ranges/" + range + "/approve").then().statusCode(403);
        register(rival, block + "0100", block + "01ff", server)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:fingerpost:problem:no-such-target-server"));
        by(acme.apiKey())
                .get("/api/v1/ranges")
                .then()
                .statusCode(200)
                .body("id", equalTo(java.util.List.of((int) range)));
    }

    @Test
    void aKeyIsShownOnceAndNeverAgain() {
        Customer acme = customer("Acme");

        String seen =
                by(acme.apiKey())
                        .get("/api/v1/providers")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();

        assertThat(seen).contains(acme.pathKey()).doesNotContain("fp_");
    }
}
