package org.fingerpost.redirect.dialects.gaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.redirect.Outside.approve;
import static org.fingerpost.redirect.Outside.block;
import static org.fingerpost.redirect.Outside.by;
import static org.fingerpost.redirect.Outside.provider;
import static org.fingerpost.redirect.Outside.rangesAround;
import static org.fingerpost.redirect.Outside.register;
import static org.fingerpost.redirect.Outside.targetServer;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.fingerpost.redirect.Outside.Customer;
import org.fingerpost.redirect.dialects.Program;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A program written for GAPS moves here by changing a host name. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class GapsTest {
    private static final AtomicInteger BLOCK = new AtomicInteger();

    private final String block = String.format("000B82D1%02X", BLOCK.getAndIncrement());
    private Customer acme;
    private long server;
    private Program program;

    @BeforeEach
    void aProviderWithAProgram() {
        acme = provider("Acme");
        server = targetServer(acme, "http://acme.example/p", "http://acme.example/f");
        program = Program.gaps(acme, server);
    }

    @Test
    void aPhoneOfNobodysIsRegisteredAndRedirectedWhenTheOperatorHasApproved() {
        String mac = block + "01";

        program.gaps("redirectDefault", mac)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("code", equalTo(0))
                .body("desc", equalTo("ok; 1 of 1 wait for approval"));

        JsonPath range = rangesAround(acme, mac);
        assertThat(range.getString("[0].state")).isEqualTo("pending");
        assertThat(range.getLong("[0].targetServerId")).isEqualTo(server);
        approve(range.getLong("[0].id"));
        phoneGets(200, mac);
        program.gaps("redirectDefault", mac)
                .then()
                .body("code", equalTo(0))
                .body("desc", equalTo("ok"));
        assertThat(rangesAround(acme, mac).getList("$")).hasSize(1);
    }

    @Test
    void aPhoneInItsProvidersActiveRangeGoesElsewhereAtOnceAndIsTakenBack() {
        long other = targetServer(acme, "http://other.example/p", "http://other.example/f");
        approve(register(acme, block + "00", block + "FF", other));
        String mac = block + "07";

        program.gaps("redirectDefault", mac).then().body("desc", equalTo("ok"));

        phoneGets(200, mac, "acme.example");
        program.gaps("unDeviceProvision", mac).then().body("code", equalTo(0));
        phoneGets(404, mac);
        program.gaps("unDeviceProvision", mac).then().body("code", equalTo(0));
        program.gaps("redirectDefault", mac).then().body("desc", equalTo("ok"));
        phoneGets(200, mac, "acme.example");
    }

    @Test
    void aPhoneThatTheOperatorBlockedStaysBlockedWhateverTheProgramSays() {
        long other = targetServer(acme, "http://other.example/p", "http://other.example/f");
        long range = register(acme, block + "00", block + "FF", other);
        approve(range);
        block(range);
        String mac = block + "08";

        program.gaps("redirectDefault", mac)
                .then()
                .body("desc", equalTo("ok; 1 of 1 wait for approval"));

        assertThat(rangesAround(acme, mac).getString("[0].state")).isEqualTo("pending");
    }

    @Test
    void aListIsDoneAsAWholeOrNotAtAllAndWhoseAPhoneIsStaysUnsaid() {
        Customer rival = provider("Rival Telephony");
        register(
                rival,
                block + "02",
                block + "02",
                targetServer(rival, "http://r.example/p", "http://r.example/f"));

        String desc =
                program.gaps("redirectDefault", block + "01", block + "02", block + "03")
                        .then()
                        .body("code", equalTo(7))
                        .extract()
                        .path("desc");

        assertThat(desc).isEqualTo("nothing was done: " + block + "02 is registered elsewhere");
        assertThat(by(acme).get("/api/v1/ranges").jsonPath().getList("$")).isEmpty();
        program.gaps("unDeviceProvision", block + "02")
                .then()
                .body("desc", equalTo("nothing was done: you have not registered " + block + "02"));
        program.gaps("unDeviceProvision", block + "04")
                .then()
                .body("desc", equalTo("nothing was done: you have not registered " + block + "04"));
    }

    @Test
    void aHundredPhonesAreTakenAtOnceAndNotOneMore() {
        String[] macs = new String[101];
        for (int i = 0; i < macs.length; i++) {
            macs[i] = String.format("%s%02X", block, i);
        }

        program.gaps("redirectDefault", macs).then().body("code", equalTo(6));
        program.gaps("redirectDefault", Arrays.copyOf(macs, 100))
                .then()
                .body("desc", equalTo("ok; 100 of 100 wait for approval"));
    }

    @Test
    void methodsThatAreNotThereAndAddressesThatAreNoneAreNamed() {
        program.gaps("listProfile").then().statusCode(200).body("code", equalTo(5));
        program.gaps("redirectDefault", "nonsense", block + "0A")
                .then()
                .body("code", equalTo(6))
                .body("desc", equalTo("nothing was done: no phone has the address nonsense"));
        for (String none : List.of("000000000000", "01000B820001", "")) {
            program.gaps("redirectDefault", none).then().body("code", equalTo(6));
        }
        program.gaps("redirectDefault", "00AABBCCDDEE")
                .then()
                .body("code", equalTo(7))
                .body("desc", containsString("begins with 00aabb"));
        assertThat(by(acme).get("/api/v1/ranges").jsonPath().getList("$")).isEmpty();
    }

    @Test
    void theAuditTellsByWhichDialectADecisionCameAndHoldsNoSecret() {
        program.gaps("redirectDefault", block + "0B").then().body("code", equalTo(0));

        String trail =
                Soon.until(
                        () -> by(acme).get("/api/v1/audit?size=100").asString(),
                        seen -> seen.contains("range-registered"));

        JsonPath entries = JsonPath.from(trail);
        assertThat(entries.getString("find { it.action == 'range-registered' }.via"))
                .isEqualTo("gaps");
        assertThat(entries.getString("find { it.action == 'range-registered' }.who"))
                .isEqualTo("provider/" + acme.id());
        assertThat(trail).doesNotContain(program.secret());
    }

    @Test
    void laterCallsGoWhereTheCredentialPoints() {
        long other = targetServer(acme, "http://other.example/p", "http://other.example/f");
        program.gaps("redirectDefault", block + "0C").then().body("code", equalTo(0));

        by(acme).body(Map.of("targetServerId", other))
                .put("/api/v1/dialect-credentials/" + program.id())
                .then()
                .statusCode(200)
                .body("targetServerId", equalTo((int) other));

        assertThat(rangesAround(acme, block + "0C").getLong("[0].targetServerId"))
                .isEqualTo(server);
        program.gaps("redirectDefault", block + "0C").then().body("desc", startsWith("ok"));
        assertThat(rangesAround(acme, block + "0C").getLong("[0].targetServerId")).isEqualTo(other);
    }

    private static void phoneGets(int status, String mac, String... inAnswer) {
        String file = "/gs/cfg" + mac.toLowerCase(Locale.ROOT) + ".xml";
        Soon.until(
                () -> RestAssured.get(file),
                seen ->
                        seen.statusCode() == status
                                && Stream.of(inAnswer).allMatch(seen.asString()::contains));
    }
}
