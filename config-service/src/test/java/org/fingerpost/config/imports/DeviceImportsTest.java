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

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fingerpost.config.PlayedRedirect;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/**
 * Lists of devices: taken once, decided row by row, sealed while they wait, whoever dies over it.
 */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
@TestProfile(ImportsByHand.class)
class DeviceImportsTest {
    private static final AtomicInteger BLOCK = new AtomicInteger(0x10);
    private static final String HEADER = "mac,model,P47,P34\n";
    private static final String PLANTED = "PLANTED-sip-p4ssword-51aa";

    @Inject Chunks chunks;
    @Inject AgroalDataSource database;

    private final String block = String.format("000b8%03x", 0x900 + BLOCK.getAndIncrement());
    private final Customer acme = PlayedRedirect.customer();

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
        long id = id(csv(acme, list.getBytes(UTF_8), "key-" + block));

        csv(acme, list.getBytes(UTF_8), "key-" + block)
                .then()
                .statusCode(202)
                .header("Location", endsWith("/api/v1/device-imports/" + id))
                .body("id", equalTo((int) id));
        csv(acme, (list + "\n").getBytes(UTF_8), "key-" + block)
                .then()
                .statusCode(409)
                .body("type", endsWith("idempotency-key-used"));
        Customer other = PlayedRedirect.customer();
        assertThat(id(csv(other, list.getBytes(UTF_8), "key-" + block))).isNotEqualTo(id);
        work();
        job(acme, id).then().body("accepted", equalTo(1));
        by(acme).get("/api/v1/device-imports").then().body("$", hasSize(1));
        csv(acme, list.getBytes(UTF_8), "k".repeat(201)).then().statusCode(422);
    }

    @Test
    void whoDiesBetweenTwoChunksLeavesTheRestToAnother() {
        long id =
                sent(
                        IntStream.range(1, 2 * Chunks.ROWS + 20)
                                .mapToObj(this::row)
                                .collect(Collectors.joining()));

        assertThat(chunks.next()).isTrue();

        job(acme, id)
                .then()
                .body("state", equalTo("running"))
                .body("rows", equalTo(2 * Chunks.ROWS + 19))
                .body("accepted", equalTo(Chunks.ROWS));
        work();
        job(acme, id)
                .then()
                .body("state", equalTo("done"))
                .body("accepted", equalTo(2 * Chunks.ROWS + 19));
        assertThat(verdictsAsCsv(id).lines()).hasSize(2 * Chunks.ROWS + 20).doesNotHaveDuplicates();
    }

    @Test
    void aListOfNothingButBadRowsEnds() {
        String masked = ",GXP2160,,\u2022\u2022\u2022\u2022\u2022\u2022\n";
        long id =
                sent(
                        IntStream.range(1, 61)
                                .mapToObj(n -> n % 3 == 0 ? row(n) : mac(n) + masked)
                                .collect(Collectors.joining()));
        work();

        job(acme, id)
                .then()
                .body("state", equalTo("done"))
                .body("accepted", equalTo(20))
                .body("rejected", equalTo(40));
        device(60).then().statusCode(200);
        device(59).then().statusCode(404);
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

    @Test
    void whatWaitsIsSealedAndGoesWithItsVerdict() throws SQLException {
        long id =
                sent(
                        HEADER,
                        mac(1) + ",GXP2160,visible.example," + PLANTED + "\n" + PLANTED + ",,,\n");

        assertThat(dump("device_job_row")).hasSize(2);
        assertThat(String.join("", dump("device_job_row")) + dump("device_job"))
                .contains(Long.toString(Long.parseLong(mac(1), 16)))
                .doesNotContain(PLANTED, "visible.example", hex(PLANTED));
        work();

        assertThat(dump("device_job_row")).isEmpty();
        assertThat(dump("device_job") + verdicts(id, "").asString() + dump("device_job_verdict"))
                .doesNotContain(PLANTED, "visible.example");
    }

    @Test
    void aRowDoesNotOpenInAnothersPlace() throws SQLException {
        long id = sent(row(1) + row(2));
        run(
                "UPDATE device_job_row AS mine SET nonce = other.nonce, ciphertext ="
                        + " other.ciphertext FROM device_job_row AS other WHERE mine.job_id = "
                        + id
                        + " AND mine.line = 1 AND other.job_id = mine.job_id AND other.line = 2");
        work();

        job(acme, id)
                .then()
                .body("state", equalTo("failed"))
                .body("accepted", equalTo(0))
                .body("reason", containsString("behind row 0"));
        assertThat(count("SELECT count(*) FROM device_job_row")).isZero();
    }

    @Test
    void aRowThatTheDatabaseDoesNotTakeCostsOnlyItself() throws SQLException {
        run(
                "ALTER TABLE device ADD CONSTRAINT not_this_one CHECK (mac <> x'"
                        + mac(30)
                        + "'::bigint)");
        try {
            long id =
                    sent(IntStream.range(1, 61).mapToObj(this::row).collect(Collectors.joining()));
            work();

            job(acme, id)
                    .then()
                    .body("state", equalTo("done"))
                    .body("accepted", equalTo(59))
                    .body("rejected", equalTo(1));
            verdicts(id, "?after=29&size=1").then().body("rule", contains("not-kept"));
        } finally {
            run("ALTER TABLE device DROP CONSTRAINT not_this_one");
        }
    }

    @Test
    void aChunkThatAlwaysFailsEndsItsJobAndOthersGoOn() throws SQLException {
        long id = sent(IntStream.range(1, 61).mapToObj(this::row).collect(Collectors.joining()));
        run(
                "CREATE FUNCTION trip() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                        + " RAISE EXCEPTION 'always'; END $$");
        run(
                "CREATE TRIGGER trip BEFORE INSERT ON device_job_verdict FOR EACH ROW"
                        + " WHEN (NEW.line > 55 AND NEW.job_id = "
                        + id
                        + ") EXECUTE FUNCTION trip()");
        try {
            Customer other = PlayedRedirect.customer();
            long next = id(csv(other, (HEADER + row(0x70)).getBytes(UTF_8), ""));
            work();

            job(acme, id)
                    .then()
                    .body("state", equalTo("failed"))
                    .body("reason", containsString("behind row 55"))
                    .body("accepted", equalTo(55));
            assertThat(verdictsAsCsv(id).lines()).hasSize(56);
            job(other, next).then().body("state", equalTo("done"));
            assertThat(count("SELECT count(*) FROM device_job_row")).isZero();
        } finally {
            run("DROP FUNCTION trip CASCADE");
        }
    }

    @Test
    void aListWhoseSenderWentAwayIsTakenWhenItIsSentAgainUnderItsKey() throws IOException {
        String list =
                HEADER + IntStream.range(1, 61).mapToObj(this::row).collect(Collectors.joining());
        try (Socket sender = new Socket("127.0.0.1", RestAssured.port)) {
            String head =
                    "POST /api/v1/device-imports HTTP/1.1\r\n"
                            + "Host: localhost\r\n"
                            + "Authorization: Bearer "
                            + acme.apiKey()
                            + "\r\n"
                            + "Idempotency-Key: mine\r\n"
                            + "Content-Type: text/csv\r\n"
                            + "Content-Length: "
                            + list.length()
                            + "\r\n\r\n";
            sender.getOutputStream()
                    .write((head + list.substring(0, list.length() - 100)).getBytes(UTF_8));
            sender.getOutputStream().flush();
            Soon.until(
                    () -> by(acme).get("/api/v1/device-imports"),
                    all -> all.jsonPath().getList("id").size() == 1);
        }
        Soon.until(
                () -> by(acme).get("/api/v1/device-imports"),
                all -> all.jsonPath().getList("state").equals(List.of("failed")));

        long id = id(csv(acme, list.getBytes(UTF_8), "mine"));
        work();

        job(acme, id).then().body("state", equalTo("done")).body("accepted", equalTo(60));
    }

    private void work() {
        int turns = 0;
        while (chunks.next()) {
            assertThat(turns++).isLessThan(200);
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    private List<String> dump(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT t::text FROM " + table + " AS t")) {
            List<String> all = new ArrayList<>();
            while (row.next()) {
                all.add(row.getString(1));
            }
            return all;
        }
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(UTF_8));
    }

    private String mac(int n) {
        return String.format("%s%04x", block, n);
    }

    private String row(int n) {
        return mac(n) + ",GXP2160,sip" + n + ".example,secret-" + n + "\n";
    }

    private long sent(String rows) {
        return sent(HEADER, rows);
    }

    private long sent(String header, String rows) {
        return sent((header + rows).getBytes(UTF_8));
    }

    private long sent(byte[] list) {
        Response taken = csv(acme, list, "");
        taken.then().statusCode(202);
        return id(taken);
    }

    private static long id(Response taken) {
        return taken.jsonPath().getLong("id");
    }

    private static Response csv(Customer customer, byte[] list, String key) {
        RequestSpecification request = by(customer).contentType("text/csv").body(list);
        return (key.isEmpty() ? request : request.header("Idempotency-Key", key))
                .post("/api/v1/device-imports");
    }

    private static RequestSpecification by(Customer customer) {
        return RestAssured.given().auth().oauth2(customer.apiKey());
    }

    private static Response job(Customer customer, long id) {
        return by(customer).get("/api/v1/device-imports/" + id);
    }

    private Response device(int n) {
        return by(acme).get("/api/v1/devices/" + mac(n));
    }

    private Response verdicts(long id, String query) {
        return by(acme).get("/api/v1/device-imports/" + id + "/verdicts" + query);
    }

    private String verdictsAsCsv(long id) {
        return by(acme).accept("text/csv")
                .get("/api/v1/device-imports/" + id + "/verdicts")
                .asString();
    }
}
