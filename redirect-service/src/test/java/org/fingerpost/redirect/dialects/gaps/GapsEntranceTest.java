package org.fingerpost.redirect.dialects.gaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.redirect.Outside.block;
import static org.fingerpost.redirect.Outside.by;
import static org.fingerpost.redirect.Outside.provider;
import static org.fingerpost.redirect.Outside.rangesAround;
import static org.fingerpost.redirect.Outside.targetServer;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.fingerpost.redirect.Outside.Customer;
import org.fingerpost.redirect.dialects.Program;
import org.fingerpost.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which calls of GAPS are heard: well formed, signed, of our time, and once. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class GapsEntranceTest {
    private static final AtomicInteger BLOCK = new AtomicInteger();

    private final String block = String.format("000B82D5%02X", BLOCK.getAndIncrement());
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
        assertThat(rangesAround(acme, mac).getList("$")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-302, 302, -100_000})
    void aTimeThatIsNotOursIsToldToWhoeverCouldSignItAndToNobodyElse(long off) {
        String body = program.body("redirectDefault", block + "06");
        String time = String.valueOf(Instant.now().getEpochSecond() + off);

        program.send(body, time).then().statusCode(200).body("code", equalTo(3));
        Program.send(body, time, "00".repeat(20)).then().body("code", equalTo(2));
        assertThat(rangesAround(acme, block + "06").getList("$")).isEmpty();
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

        assertThat(rangesAround(acme, mac).getList("$")).isEmpty();
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

    private static String whole(Response answer) {
        return answer.statusCode() + " " + answer.asString();
    }
}
