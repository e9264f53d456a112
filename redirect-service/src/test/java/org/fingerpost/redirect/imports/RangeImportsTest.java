package org.fingerpost.redirect.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.redirect.Outside.by;
import static org.fingerpost.redirect.Outside.provider;
import static org.fingerpost.redirect.Outside.targetServer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fingerpost.redirect.ImportsByHand;
import org.fingerpost.redirect.Outside.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists of ranges: taken once, decided row by row, whoever dies over it. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestProfile(ImportsByHand.class)
class RangeImportsTest {
    private static final AtomicInteger BLOCK = new AtomicInteger(0x10);
    private static final String HEADER = "first,last,targetServerId,company\n";

    @Inject Chunks chunks;

    private final String block = String.format("144cff%02x", BLOCK.getAndIncrement());
    private Customer acme;
    private long server;

    @BeforeEach
    void aProviderWithATargetServer() {
        acme = provider("Acme");
        server = targetServer(acme, "http://acme.example/p", "http://acme.example/f");
    }

    @Test
    void eachRowHasItsVerdict() {
        Customer rival = provider("Rival");
        long rivals = targetServer(rival, "http://rival.example/p", "http://rival.example/f");
        register(rival, mac(0xf00), mac(0xfff), rivals);
        long outer = register(acme, mac(0x100), mac(0x1ff), server);

        long id =
                sent(
                        row(0x000, 0x00f, server)
                                + row(0x110, 0x11f, server)
                                + row(0x1f0, 0x20f, server)
                                + row(0xf10, 0xf1f, server)
                                + row(0x300, 0x30f, rivals)
                                + "nonsense,x,1,\n"
                                + row(0x40f, 0x400, server)
                                + row(0x500, 0x50f, server)
                                + row(0x508, 0x517, server)
                                + row(0x504, 0x507, server));
        work();

        job(acme, id)
                .then()
                .body("state", equalTo("done"))
                .body("rows", equalTo(10))
                .body("accepted", equalTo(4))
                .body("rejected", equalTo(6));
        Response verdicts = by(acme).get("/api/v1/range-imports/" + id + "/verdicts");
        verdicts.then()
                .body("line", contains(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
                .body(
                        "findAll { it.rule }.rule",
                        contains(
                                "range-overlaps",
                                "range-taken",
                                "no-such-target-server",
                                "invalid-field",
                                "invalid-field",
                                "range-overlaps"));
        assertThat(verdicts.asString()).doesNotContain("Rival", "provider");
        long nested = verdicts.jsonPath().getLong("find { it.line == 2 }.rangeId");
        by(acme).get("/api/v1/ranges/" + nested).then().body("parent", equalTo((int) outer));
        by(acme).get("/api/v1/range-imports/" + id + "/verdicts?after=3&size=2")
                .then()
                .body("line", contains(4, 5));
        assertThat(csvVerdicts(id))
                .startsWith("line,first,last,targetServerId,verdict,rangeId,reason\r\n1," + mac(0))
                .contains("\r\n6,nonsense,x,1,rejected,,\"invalid-field: ");
        job(rival, id).then().statusCode(404);
    }

    @Test
    void theSameKeyIsTheSameImportAndAnotherListUnderItIsRefused() {
        String list = HEADER + row(0x000, 0x00f, server);
        long id = csv(acme, list, "key-" + block).jsonPath().getLong("id");

        csv(acme, list, "key-" + block)
                .then()
                .statusCode(202)
                .header("Location", endsWith("/api/v1/range-imports/" + id))
                .body("id", equalTo((int) id));
        csv(acme, list + "\n", "key-" + block)
                .then()
                .statusCode(409)
                .body("type", endsWith("idempotency-key-used"));
        Customer other = provider("Other");
        assertThat(csv(other, list, "key-" + block).jsonPath().getLong("id")).isNotEqualTo(id);
        work();
        job(acme, id).then().body("accepted", equalTo(1));
        by(acme).get("/api/v1/range-imports").then().body("$", hasSize(1));
    }

    @Test
    void whoDiesBetweenTwoChunksLeavesTheRestToAnother() {
        String list =
                IntStream.range(0, 2500)
                        .mapToObj(n -> row(2 * n, 2 * n + 1, server))
                        .collect(Collectors.joining());
        long id = sent(list);

        assertThat(chunks.next()).isTrue();

        job(acme, id)
                .then()
                .body("state", equalTo("running"))
                .body("rows", equalTo(2500))
                .body("accepted", equalTo(1000));
        work();
        job(acme, id).then().body("state", equalTo("done")).body("accepted", equalTo(2500));
        assertThat(csvVerdicts(id).lines()).hasSize(2501).doesNotHaveDuplicates();
    }

    @Test
    void rowsThatMeetAreDecidedInTheirOrderHoweverManyTheyAre() {
        String list =
                row(0, 0xfff, server)
                        + IntStream.range(1, 300)
                                .mapToObj(n -> row(n, 0xfff, server))
                                .collect(Collectors.joining());
        long id = sent(list);
        work();

        job(acme, id).then().body("accepted", equalTo(300)).body("rejected", equalTo(0));
        JsonPath chain = by(acme).get("/api/v1/ranges?size=2&mac=" + mac(0x400)).jsonPath();
        assertThat(chain.getList("collect { it.first }")).containsExactly(mac(299), mac(298));
    }

    @Test
    void jsonIsTakenAsWell() {
        Response taken =
                by(acme).body(
                                List.of(
                                        Map.of(
                                                "first",
                                                mac(0),
                                                "last",
                                                mac(1),
                                                "targetServerId",
                                                server,
                                                "company",
                                                "Beta")))
                        .post("/api/v1/range-imports");
        taken.then().statusCode(202);
        work();

        by(acme).get("/api/v1/ranges?company=Beta")
                .then()
                .body("collect { it.first }", contains(mac(0)));
        by(acme).get("/api/v1/ranges?company=Gamma").then().body("$", hasSize(0));
    }

    @Test
    void whatIsNoListOrTooLongIsRefusedAndRegistersNothing() {
        csv(acme, "what,ever\n", "").then().statusCode(422);
        String tooLong = HEADER + row(0, 1, server).repeat(3001);
        csv(acme, tooLong, "").then().statusCode(422).body("type", endsWith("import-too-long"));
        work();

        by(acme).get("/api/v1/ranges").then().body("$", hasSize(0));
        by(acme).get("/api/v1/range-imports").then().body("state", contains("failed", "failed"));
    }

    @Test
    void anExportIsAListThatRegistersTheSameElsewhere() {
        String list =
                HEADER.replace("\n", "\r\n")
                        + mac(0)
                        + ","
                        + mac(15)
                        + ","
                        + server
                        + ",\"Beta, \"\"the\"\" firm\"\r\n"
                        + mac(16)
                        + ","
                        + mac(16)
                        + ","
                        + server
                        + ",\r\n";
        csv(acme, "\ufeff" + list, "").then().statusCode(202);
        work();

        by(acme).accept("text/csv")
                .get("/api/v1/ranges")
                .then()
                .contentType("text/csv")
                .body(equalTo(list));
    }

    @Test
    void whatAnImportRegisteredIsApprovedAtOnceByTheOperatorAlone() {
        long id = sent(row(0, 1, server) + row(2, 3, server) + row(3, 4, server));
        approve(acme.apiKey(), Map.of("importId", id)).then().statusCode(403);
        approve(Backends.OPERATOR_KEY, Map.of("importId", id)).then().statusCode(409);
        approve(Backends.OPERATOR_KEY, Map.of()).then().statusCode(422);
        work();

        long approval = approved(Map.of("importId", id));

        operator()
                .get("/api/v1/range-imports/" + approval)
                .then()
                .body("kind", equalTo("approval"))
                .body("state", equalTo("done"))
                .body("accepted", equalTo(2));
        by(acme).get("/api/v1/ranges?state=active").then().body("$", hasSize(2));
        by(acme).get("/api/v1/ranges?state=pending").then().body("$", hasSize(0));
        Soon.until(
                () -> RestAssured.given().get("/gs/cfg" + mac(2)),
                answer -> answer.statusCode() == 200);
        job(acme, approval).then().statusCode(404);
    }

    @Test
    void rangesAreApprovedByTheirIdsWithAVerdictEach() {
        long range = register(acme, mac(0), mac(1), server);

        long approval = approved(Map.of("ids", List.of(range, 999_999_999, range)));

        operator()
                .get("/api/v1/range-imports/" + approval + "/verdicts")
                .then()
                .body("verdict", contains("accepted", "rejected"))
                .body("[1].rule", equalTo("not-found"));
    }

    @Test
    void aListLeavesOneEntryInTheAudit() {
        long id = sent(row(0, 1, server) + row(2, 3, server));
        work();

        JsonPath trail =
                Soon.until(
                        () -> by(acme).get("/api/v1/audit").jsonPath(),
                        seen -> seen.getList("action").contains("ranges-imported"));
        assertThat(trail.getList("action")).doesNotContain("range-registered");
        assertThat(trail.getString("find { it.action == 'ranges-imported' }.subject"))
                .isEqualTo("range-import/" + id);
        assertThat(trail.getInt("find { it.action == 'ranges-imported' }.after.accepted"))
                .isEqualTo(2);
    }

    private void work() {
        int chunk = 0;
        while (chunks.next()) {
            assertThat(chunk++).isLessThan(100);
        }
    }

    private String mac(int end) {
        return String.format("%s%04x", block, end);
    }

    private String row(int first, int last, long to) {
        return mac(first) + "," + mac(last) + "," + to + ",\n";
    }

    private long sent(String rows) {
        Response taken = csv(acme, HEADER + rows, "");
        taken.then().statusCode(202);
        return taken.jsonPath().getLong("id");
    }

    private static Response csv(Customer customer, String list, String key) {
        RequestSpecification request =
                RestAssured.given()
                        .auth()
                        .oauth2(customer.apiKey())
                        .contentType("text/csv; charset=UTF-8")
                        .body(list.getBytes(UTF_8));
        return (key.isEmpty() ? request : request.header("Idempotency-Key", key))
                .post("/api/v1/range-imports");
    }

    private static Response job(Customer customer, long id) {
        return by(customer).get("/api/v1/range-imports/" + id);
    }

    private String csvVerdicts(long id) {
        return by(acme).accept("text/csv")
                .get("/api/v1/range-imports/" + id + "/verdicts")
                .asString();
    }

    private static RequestSpecification operator() {
        return RestAssured.given()
                .auth()
                .oauth2(Backends.OPERATOR_KEY)
                .contentType(ContentType.JSON);
    }

    private static Response approve(String key, Map<String, Object> body) {
        return RestAssured.given()
                .auth()
                .oauth2(key)
                .contentType(ContentType.JSON)
                .urlEncodingEnabled(false)
                .body(body)
                .post("/api/v1/ranges:approve");
    }

    private long approved(Map<String, Object> body) {
        Response taken = approve(Backends.OPERATOR_KEY, body);
        taken.then().statusCode(202);
        work();
        return taken.jsonPath().getLong("id");
    }

    private static long register(Customer customer, String first, String last, long server) {
        Response made =
                by(customer)
                        .body(Map.of("first", first, "last", last, "targetServerId", server))
                        .post("/api/v1/ranges");
        made.then().statusCode(201);
        return made.jsonPath().getLong("id");
    }
}
