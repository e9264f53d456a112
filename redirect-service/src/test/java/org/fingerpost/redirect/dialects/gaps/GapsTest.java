package org.fingerpost.redirect.dialects.gaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.redirect.Outside.approve;
import static org.fingerpost.redirect.Outside.block;
import static org.fingerpost.redirect.Outside.by;
import static org.fingerpost.redirect.Outside.provider;
import static org.fingerpost.redirect.Outside.register;
import static org.fingerpost.redirect.Outside.targetServer;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void theTimeToSignWithIsANumberOfSecondsAndAnybodyMayAsk() {
        long time =
                RestAssured.given()
                        .get("/api/provision")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getLong("time");

        assertThat(time).isBetween(1_700_000_000L, 99_999_999_999L);
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

        JsonPath range = rangeOf(mac);
        assertThat(range.getString("[0].state")).isEqualTo("pending");
        assertThat(range.getLong("[0].targetServerId")).isEqualTo(server);
        approve(range.getLong("[0].id"));
        phoneGets(200, mac);
        program.gaps("redirectDefault", mac)
                .then()
                .body("code", equalTo(0))
                .body("desc", equalTo("ok"));
        assertThat(rangeOf(mac).getList("$")).hasSize(1);
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

        assertThat(rangeOf(mac).getString("[0].state")).isEqualTo("pending");
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
    void aWrongSignatureAStrangersCidAndARevokedOneAreAnsweredAlike() {
        Program revoked = Program.gaps(acme, server);
        by(acme).delete("/api/v1/dialect-credentials/" + revoked.id()).then().statusCode(204);
        Program rotated = Program.gaps(acme, server);
        by(acme).post("/api/v1/dialect-credentials/" + rotated.id() + "/rotate")
                .then()
                .statusCode(200);
        Program stranger = new Program(0, "2018", program.secret());
        Program likely = new Program(0, "aaaaaaaaaaaa", program.secret());
        Program odd = new Program(0, "\\u0000", program.secret());
        Program xmlrpc = Program.xmlrpc(acme);
        String mac = block + "05";

        List<String> answers = new ArrayList<>();
        for (Program each : List.of(revoked, rotated, stranger, likely, odd, xmlrpc)) {
            answers.add(whole(each.gaps("redirectDefault", mac)));
        }
        String body = program.body("redirectDefault", mac);
        String time = String.valueOf(Instant.now().getEpochSecond());
        String right = Program.signature(program.secret(), body + time);
        for (String wrong :
                List.of(
                        "",
                        "0",
                        "zz" + right.substring(2),
                        right.substring(2),
                        right + "00",
                        Program.signature(program.secret(), body),
                        Program.signature(program.secret(), time + body))) {
            answers.add(whole(Program.send(body, time, wrong)));
        }
        answers.add(whole(Program.send(body + " ", time, right)));
        answers.add(whole(Program.send(body, time + "0", right)));

        assertThat(answers).containsOnly("200 {\"code\":2,\"desc\":\"cid or signature is wrong\"}");
        assertThat(rangeOf(mac).getList("$")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-302, 302, -100_000})
    void aTimeThatIsNotOursIsToldToWhoeverCouldSignItAndToNobodyElse(long off) {
        String body = program.body("redirectDefault", block + "06");
        String time = String.valueOf(Instant.now().getEpochSecond() + off);

        program.send(body, time).then().statusCode(200).body("code", equalTo(3));
        Program.send(body, time, "00".repeat(20)).then().body("code", equalTo(2));
        assertThat(rangeOf(block + "06").getList("$")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1e9", "99999999999999999999", "time"})
    void aTimeThatIsNoneIsNotSigned(String time) {
        String body = program.body("redirectDefault", block + "06");

        assertThat(program.send(body, time).jsonPath().getInt("code")).isIn(2, 3);
    }

    @Test
    void aCallThatIsSentAgainIsNotCarriedOutAgain() {
        String mac = block + "09";
        String body = program.body("redirectDefault", mac);
        String time = String.valueOf(Instant.now().getEpochSecond());
        program.send(body, time).then().body("code", equalTo(0));
        program.gaps("unDeviceProvision", mac).then().body("code", equalTo(0));

        program.send(body, time).then().statusCode(200).body("code", equalTo(4));

        assertThat(rangeOf(mac).getList("$")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "{}",
                "{\"cid\":\"x\"}",
                "{\"cid\":{},\"method\":\"m\"}",
                "{\"cid\":\"x\",\"cid\":\"y\",\"method\":\"m\"}",
                "{\"cid\":\"x\",\"method\":\"m\"} {}",
                "{\"cid\":\"x\",\"method\":\"m\",\"params\":{\"macs\":\"000B82000001\"}}",
                "{\"cid\":\"x\",\"method\":\"m\",\"params\":{\"macs\":[1]}}"
            })
    void aBodyThatIsNoCallIsToldSoAndNotQuoted(String body) {
        Program.send(body, "1", "00")
                .then()
                .statusCode(200)
                .body("code", equalTo(1))
                .body("desc", not(containsString("Exception")))
                .body("desc", not(containsString("000B82")));
    }

    @Test
    void nestingWithoutEndIsNoCall() {
        String deep = "[".repeat(20_000);

        Program.send("{\"cid\":\"x\",\"method\":\"m\",\"params\":" + deep, "1", "00")
                .then()
                .statusCode(200)
                .body("code", equalTo(1));
    }

    @Test
    void aBodyOver64KibIsRefusedBeforeItIsRead() {
        Program.send("{\"cid\":\"" + "x".repeat(64 << 10) + "\"}", "1", "00")
                .then()
                .statusCode(413);
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

        assertThat(rangeOf(block + "0C").getLong("[0].targetServerId")).isEqualTo(server);
        program.gaps("redirectDefault", block + "0C").then().body("desc", startsWith("ok"));
        assertThat(rangeOf(block + "0C").getLong("[0].targetServerId")).isEqualTo(other);
    }

    private JsonPath rangeOf(String mac) {
        return by(acme).get("/api/v1/ranges?mac=" + mac).jsonPath();
    }

    private static String whole(Response answer) {
        return answer.statusCode() + " " + answer.asString();
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
