package org.fingerpost.config.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.fingerpost.config.PlayedRedirect;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/** Lists of devices: taken once, and decided row by row. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
@TestProfile(ImportsByHand.class)
class DeviceImportsTest extends ListDesk {
    @Test
    void eachRowHasItsVerdictAndBadOnesDoNotStopGoodOnes() {
        Customer rival = PlayedRedirect.customer();
        PlayedRedirect.range(rival, mac(0xf0), mac(0xff), "http://rival.example/p");
        Soon.until(
                () ->
                        by(acme).contentType("application/json")
                                .body(Map.of("model", "GXP2160", "settings", Map.of()))
                                .put("/api/v1/devices/" + mac(0xf1)),
                answer -> answer.statusCode() == 409);
        long id =
                sent(
                        row(1)
                                + row(2).replace("GXP2160", "GXP9999")
                                + row(3)
                                + row(0xf2)
                                + "nonsense,GXP2160,a,b\n"
                                + row(1)
                                + mac(4)
                                + ",GXP2160,a\n"
                                + mac(5)
                                + ",GXP2160,,\u2022\u2022\u2022\u2022\u2022\u2022\n"
                                + mac(6)
                                + ",GXP2160,a\u0000,b\n"
                                + row(7));
        work();

        job(acme, id)
                .then()
                .body("state", equalTo("done"))
                .body("rows", equalTo(10))
                .body("accepted", equalTo(3))
                .body("rejected", equalTo(7));
        Response verdicts = verdicts(id, "");
        verdicts.then()
                .body("line", contains(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
                .body(
                        "findAll { it.rule }.rule",
                        contains(
                                "unknown-model",
                                "device-taken",
                                "invalid-field",
                                "mac-twice",
                                "wrong-columns",
                                "invalid-field",
                                "invalid-field"))
                .body("[0].mac", equalTo(mac(1)))
                .body("[0].verdict", equalTo("accepted"))
                .body("[0].reason", nullValue())
                .body("[4].mac", nullValue())
                .body("[5].reason", containsString("row 1"));
        assertThat(verdicts.asString()).doesNotContain("nonsense", "GXP9999", "secret-");
        verdicts(id, "?after=3&size=2").then().body("line", contains(4, 5));
        assertThat(verdictsAsCsv(id).lines().toList())
                .hasSize(11)
                .startsWith("line,mac,verdict,rule,reason", "1," + mac(1) + ",accepted,,")
                .contains("6," + mac(1) + ",rejected,mac-twice,\"row 1 names the same phone\"");
        device(1)
                .then()
                .body("model", equalTo("GXP2160"))
                .body("settings.P47", equalTo("sip1.example"))
                .body("settings.P34", equalTo("\u2022\u2022\u2022\u2022\u2022\u2022"));
        device(2).then().statusCode(404);
        device(7).then().statusCode(200);
        job(rival, id).then().statusCode(404);
        by(rival).get("/api/v1/device-imports/" + id + "/verdicts").then().statusCode(404);
    }

    @Test
    void aListReplacesWhatADeviceHadAndKeepsWhatIsMasked() {
        sent(HEADER, mac(1) + ",GXP2160,a.example,first\n");
        work();
        sent("mac,model,P3,P34\n", mac(1) + ",GXP2140,Anna,\u2022\u2022\u2022\u2022\u2022\u2022\n");
        work();

        device(1)
                .then()
                .body("model", equalTo("GXP2140"))
                .body("settings.P3", equalTo("Anna"))
                .body("settings.P34", equalTo("\u2022\u2022\u2022\u2022\u2022\u2022"))
                .body("settings.P47", nullValue());
    }

    @Test
    void aListPutsDevicesIntoGroupsAndGivesThemVariablesAndAccounts() throws SQLException {
        by(acme).contentType("application/json")
                .body(Map.of())
                .put("/api/v1/groups/berlin")
                .then()
                .statusCode(201);
        String header =
                "mac,model,group,variables.sip.user,variables.sip.password,accounts.1.P34\n";
        long id =
                sent(
                        header,
                        mac(1)
                                + ",GXP2160,berlin,2001,"
                                + PLANTED
                                + ","
                                + PLANTED
                                + "\n"
                                + mac(2)
                                + ",GXP2160,paris,2002,b,c\n");
        work();

        String masked = "\u2022\u2022\u2022\u2022\u2022\u2022";
        device(1)
                .then()
                .body("group", equalTo("berlin"))
                .body("variables", equalTo(Map.of("sip.user", "2001", "sip.password", masked)))
                .body("accounts.1.P34", equalTo(masked));
        verdicts(id, "").then().body("findAll { it.rule }.rule", contains("no-such-group"));
        assertThat(verdicts(id, "").asString()).doesNotContain("paris");
        device(2).then().statusCode(404);
        assertThat(dump("device").toString()).contains("2001").doesNotContain(PLANTED);
        sent(header, mac(1) + ",GXP2160,berlin,2009," + masked + "," + masked + "\n");
        work();
        device(1).then().body("variables['sip.user']", equalTo("2009"));
    }

    @Test
    void theSameKeyIsTheSameImportAndAnotherListUnderItIsRefused() {
        String list = HEADER + row(1);
        long id = id(csv(acme, list.getBytes(UTF_8), "key-" + mac(0)));

        csv(acme, list.getBytes(UTF_8), "key-" + mac(0))
                .then()
                .statusCode(202)
                .header("Location", endsWith("/api/v1/device-imports/" + id))
                .body("id", equalTo((int) id));
        csv(acme, (list + "\n").getBytes(UTF_8), "key-" + mac(0))
                .then()
                .statusCode(409)
                .body("type", endsWith("idempotency-key-used"));
        Customer other = PlayedRedirect.customer();
        assertThat(id(csv(other, list.getBytes(UTF_8), "key-" + mac(0)))).isNotEqualTo(id);
        work();
        job(acme, id).then().body("accepted", equalTo(1));
        by(acme).get("/api/v1/device-imports").then().body("$", hasSize(1));
        csv(acme, list.getBytes(UTF_8), "k".repeat(201)).then().statusCode(422);
    }

    @Test
    void theEncodingIsFoundInTheBytes() {
        String list = "mac;model;P3\r\n" + mac(1) + ";GXP2160;Ren\u00e9 M\u00fcller\r\n";
        for (byte[] bytes :
                List.of(
                        list.getBytes(UTF_8),
                        ("\ufeff" + list).getBytes(UTF_8),
                        list.getBytes(ISO_8859_1))) {
            sent(bytes);
            work();
            device(1).then().body("settings.P3", equalTo("Ren\u00e9 M\u00fcller"));
            by(acme).delete("/api/v1/devices/" + mac(1)).then().statusCode(204);
        }
    }

    @Test
    void whatIsNoListOrTooLongIsRefusedAndLeavesNothing() throws SQLException {
        csv(acme, "what,ever\n".getBytes(UTF_8), "")
                .then()
                .statusCode(422)
                .body("type", endsWith("import-unreadable"));
        csv(acme, (HEADER + row(1) + "\"" + PLANTED).getBytes(UTF_8), "")
                .then()
                .statusCode(422)
                .body("line", equalTo(3));
        csv(acme, (HEADER + row(1).repeat(3001)).getBytes(UTF_8), "")
                .then()
                .statusCode(422)
                .body("type", endsWith("import-too-long"));
        csv(acme, (HEADER + "x".repeat(100_000).repeat(11)).getBytes(UTF_8), "")
                .then()
                .statusCode(422);
        csv(acme, (HEADER + ("x".repeat(1_000) + "\n").repeat(1_001)).getBytes(UTF_8), "")
                .then()
                .statusCode(413);
        RestAssured.given()
                .auth()
                .oauth2(Backends.OPERATOR_KEY)
                .contentType("text/csv")
                .body(HEADER)
                .post("/api/v1/device-imports")
                .then()
                .statusCode(403);
        by(acme).contentType("application/json")
                .body("[]")
                .post("/api/v1/device-imports")
                .then()
                .statusCode(415);
        work();

        Response all = by(acme).get("/api/v1/device-imports");
        all.then().body("state.unique()", contains("failed"));
        assertThat(all.asString()).doesNotContain(PLANTED);
        by(acme).get("/api/v1/devices").then().body("$", hasSize(0));
        assertThat(count("SELECT count(*) FROM device_job_row")).isZero();
    }
}
