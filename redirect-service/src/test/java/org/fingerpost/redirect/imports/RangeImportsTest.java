package org.fingerpost.redirect.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.redirect.Outside.by;
import static org.fingerpost.redirect.Outside.provider;
import static org.fingerpost.redirect.Outside.register;
import static org.fingerpost.redirect.Outside.targetServer;
import static org.fingerpost.redirect.imports.Lists.HEADER;
import static org.fingerpost.redirect.imports.Lists.csv;
import static org.fingerpost.redirect.imports.Lists.job;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
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
    @Inject Chunks chunks;

    private Customer acme;
    private long server;
    private Lists lists;

    @BeforeEach
    void aProviderWithATargetServer() {
        acme = provider("Acme");
        server = targetServer(acme, "http://acme.example/p", "http://acme.example/f");
        lists = new Lists(acme, chunks);
    }

    @Test
    void eachRowHasItsVerdict() {
        Customer rival = provider("Rival");
        long rivals = targetServer(rival, "http://rival.example/p", "http://rival.example/f");
        register(rival, lists.mac(0xf00), lists.mac(0xfff), rivals);
        long outer = register(acme, lists.mac(0x100), lists.mac(0x1ff), server);

        long id =
                lists.sent(
                        lists.row(0x000, 0x00f, server)
                                + lists.row(0x110, 0x11f, server)
                                + lists.row(0x1f0, 0x20f, server)
                                + lists.row(0xf10, 0xf1f, server)
                                + lists.row(0x300, 0x30f, rivals)
                                + "nonsense,x,1,\n"
                                + lists.row(0x40f, 0x400, server)
                                + lists.row(0x500, 0x50f, server)
                                + lists.row(0x508, 0x517, server)
                                + lists.row(0x504, 0x507, server));
        lists.work();

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
                .startsWith(
                        "line,first,last,targetServerId,verdict,rangeId,reason\r\n1,"
                                + lists.mac(0))
                .contains("\r\n6,nonsense,x,1,rejected,,\"invalid-field: ");
        job(rival, id).then().statusCode(404);
    }

    @Test
    void theSameKeyIsTheSameImportAndAnotherListUnderItIsRefused() {
        String list = HEADER + lists.row(0x000, 0x00f, server);
        long id = csv(acme, list, "key-" + lists.block()).jsonPath().getLong("id");

        csv(acme, list, "key-" + lists.block())
                .then()
                .statusCode(202)
                .header("Location", endsWith("/api/v1/range-imports/" + id))
                .body("id", equalTo((int) id));
        csv(acme, list + "\n", "key-" + lists.block())
                .then()
                .statusCode(409)
                .body("type", endsWith("idempotency-key-used"));
        Customer other = provider("Other");
        assertThat(csv(other, list, "key-" + lists.block()).jsonPath().getLong("id"))
                .isNotEqualTo(id);
        lists.work();
        job(acme, id).then().body("accepted", equalTo(1));
        by(acme).get("/api/v1/range-imports").then().body("$", hasSize(1));
    }

    @Test
    void whoDiesBetweenTwoChunksLeavesTheRestToAnother() {
        String list =
                IntStream.range(0, 2500)
                        .mapToObj(n -> lists.row(2 * n, 2 * n + 1, server))
                        .collect(Collectors.joining());
        long id = lists.sent(list);

        assertThat(chunks.next()).isTrue();

        job(acme, id)
                .then()
                .body("state", equalTo("running"))
                .body("rows", equalTo(2500))
                .body("accepted", equalTo(1000));
        lists.work();
        job(acme, id).then().body("state", equalTo("done")).body("accepted", equalTo(2500));
        assertThat(csvVerdicts(id).lines()).hasSize(2501).doesNotHaveDuplicates();
    }

    @Test
    void rowsThatMeetAreDecidedInTheirOrderHoweverManyTheyAre() {
        String list =
                lists.row(0, 0xfff, server)
                        + IntStream.range(1, 300)
                                .mapToObj(n -> lists.row(n, 0xfff, server))
                                .collect(Collectors.joining());
        long id = lists.sent(list);
        lists.work();

        job(acme, id).then().body("accepted", equalTo(300)).body("rejected", equalTo(0));
        JsonPath chain = by(acme).get("/api/v1/ranges?size=2&mac=" + lists.mac(0x400)).jsonPath();
        assertThat(chain.getList("collect { it.first }"))
                .containsExactly(lists.mac(299), lists.mac(298));
    }

    @Test
    void jsonIsTakenAsWell() {
        Response taken =
                by(acme).body(
                                List.of(
                                        Map.of(
                                                "first",
                                                lists.mac(0),
                                                "last",
                                                lists.mac(1),
                                                "targetServerId",
                                                server,
                                                "company",
                                                "Beta")))
                        .post("/api/v1/range-imports");
        taken.then().statusCode(202);
        lists.work();

        by(acme).get("/api/v1/ranges?company=Beta")
                .then()
                .body("collect { it.first }", contains(lists.mac(0)));
        by(acme).get("/api/v1/ranges?company=Gamma").then().body("$", hasSize(0));
    }

    @Test
    void whatIsNoListOrTooLongIsRefusedAndRegistersNothing() {
        csv(acme, "what,ever\n", "").then().statusCode(422);
        String tooLong = HEADER + lists.row(0, 1, server).repeat(3001);
        csv(acme, tooLong, "").then().statusCode(422).body("type", endsWith("import-too-long"));
        lists.work();

        by(acme).get("/api/v1/ranges").then().body("$", hasSize(0));
        by(acme).get("/api/v1/range-imports").then().body("state", contains("failed", "failed"));
    }

    @Test
    void anExportIsAListThatRegistersTheSameElsewhere() {
        String list =
                HEADER.replace("\n", "\r\n")
                        + lists.mac(0)
                        + ","
                        + lists.mac(15)
                        + ","
                        + server
                        + ",\"Beta, \"\"the\"\" firm\"\r\n"
                        + lists.mac(16)
                        + ","
                        + lists.mac(16)
                        + ","
                        + server
                        + ",\r\n";
        csv(acme, "\ufeff" + list, "").then().statusCode(202);
        lists.work();

        by(acme).accept("text/csv")
                .get("/api/v1/ranges")
                .then()
                .contentType("text/csv")
                .body(equalTo(list));
    }

    @Test
    void aListLeavesOneEntryInTheAudit() {
        long id = lists.sent(lists.row(0, 1, server) + lists.row(2, 3, server));
        lists.work();

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

    private String csvVerdicts(long id) {
        return by(acme).accept("text/csv")
                .get("/api/v1/range-imports/" + id + "/verdicts")
                .asString();
    }
}
