package org.fingerpost.redirect.imports;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fingerpost.redirect.Outside.by;
import static org.fingerpost.redirect.Outside.provider;
import static org.fingerpost.redirect.Outside.targetServer;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fingerpost.access.Caller;
import org.fingerpost.problems.Problem;
import org.fingerpost.redirect.ImportsByHand;
import org.fingerpost.redirect.Outside.Customer;
import org.fingerpost.redirect.imports.jobs.JobRow;
import org.fingerpost.redirect.imports.jobs.JobRows;
import org.fingerpost.redirect.imports.jobs.Jobs;
import org.fingerpost.redirect.imports.jobs.RangeJob;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists that go wrong come to an end, say so, and lose nothing that was decided. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestProfile(ImportsByHand.class)
class StumblingListsTest {
    @Inject Chunks chunks;
    @Inject Jobs jobs;
    @Inject JobRows rows;
    @Inject AgroalDataSource dataSource;

    private Customer acme;
    private long server;

    @BeforeEach
    void aProviderWithATargetServer() {
        acme = provider("Acme");
        server = targetServer(acme, "http://acme.example/p", "http://acme.example/f");
    }

    @Test
    void aChunkThatAlwaysFailsEndsItsJobAndTheOtherVerdictsHold() throws SQLException {
        long id = taken(list("ec74d701", 1500), "");
        run(
                "CREATE FUNCTION trip() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                        + " RAISE EXCEPTION 'always'; END $$");
        run(
                "CREATE TRIGGER trip BEFORE INSERT ON range_job_verdict FOR EACH ROW"
                        + " WHEN (NEW.line > 1000 AND NEW.job_id = "
                        + id
                        + ") EXECUTE FUNCTION trip()");
        try {
            Customer other = provider("Other");
            long others = targetServer(other, "http://other.example/p", "http://other.example/f");
            long next = csv(other, rows("ec74d702", 2, others), "").jsonPath().getLong("id");

            int turns = work();

            assertThat(turns).isLessThan(Chunks.TRIES + 10);
            job(acme, id)
                    .then()
                    .body("state", equalTo("failed"))
                    .body("reason", containsString("behind row 1000"))
                    .body("accepted", equalTo(1000));
            assertThat(verdicts(id)).hasSize(1001);
            job(other, next).then().body("state", equalTo("done"));
        } finally {
            run("DROP FUNCTION trip CASCADE");
        }
        by(acme).get("/api/v1/notices")
                .then()
                .body("kind", equalTo(List.of("range-import-failed")))
                .body("[0].body.ranges", equalTo(1000));
    }

    @Test
    void aListWhoseSenderWentAwayFailsAndIsTakenWhenItIsSentAgainUnderItsKey() throws IOException {
        String list = list("ec74d703", 1500);
        try (Socket sender = new Socket("127.0.0.1", RestAssured.port)) {
            String head =
                    "POST /api/v1/range-imports HTTP/1.1\r\n"
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
                    .write((head + list.substring(0, list.length() - 100)).getBytes(US_ASCII));
            sender.getOutputStream().flush();
            Soon.until(() -> by(acme).get("/api/v1/range-imports"), StumblingListsTest::isOne);
        }
        Soon.until(
                () -> by(acme).get("/api/v1/range-imports"),
                all -> all.jsonPath().getList("state").equals(List.of("failed")));

        long id = taken(list, "mine");
        work();

        job(acme, id).then().body("state", equalTo("done")).body("accepted", equalTo(1500));
    }

    @Test
    void aListThatStoppedComingInIsGivenUp() {
        long id =
                jobs.open(
                        RangeJob.Kind.IMPORT,
                        Optional.of(acme.id()),
                        new Caller.OfProvider(acme.id()),
                        Optional.empty());
        List<JobRow> row =
                List.of(new JobRow(1, "ec74d7040000", "ec74d7040001", "1", "", Optional.empty()));
        rows.add(id, row);

        work();

        job(acme, id)
                .then()
                .body("state", equalTo("failed"))
                .body("reason", containsString("stopped coming in"));
        assertThatThrownBy(() -> rows.add(id, row)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> jobs.seal(id, Optional.empty(), Optional.empty(), 1, 1))
                .isInstanceOf(Problem.class);
    }

    @Test
    void aListThatWasSentTwiceIsDecidedInAsFewChunks() {
        taken(list("ec74d705", 2000), "");
        assertThat(work()).isEqualTo(3);

        long again = taken(list("ec74d705", 2000), "");
        assertThat(work()).isEqualTo(3);

        job(acme, again).then().body("accepted", equalTo(0)).body("rejected", equalTo(2000));
        assertThat(verdicts(again).stream().skip(1))
                .allMatch(line -> line.contains("range-overlaps"));
    }

    @Test
    void aListInWhichEachRowComesTwiceIsDecidedInAsFewChunks() {
        String once = rows("ec74d706", 900, server).replace("first,last,targetServerId\n", "");
        String twice =
                once.lines().map(line -> line + "\n" + line).collect(Collectors.joining("\n"));
        long id = taken("first,last,targetServerId\n" + twice + "\n", "");

        assertThat(work()).isEqualTo(3);

        job(acme, id).then().body("accepted", equalTo(900)).body("rejected", equalTo(900));
    }

    @Test
    void aColonMayBeEncoded() {
        RestAssured.given()
                .auth()
                .oauth2(Backends.OPERATOR_KEY)
                .contentType(ContentType.JSON)
                .urlEncodingEnabled(false)
                .body(Map.of("ids", List.of(999_999_999)))
                .post("/api/v1/ranges%3Aapprove")
                .then()
                .statusCode(202);
        work();
    }

    private static boolean isOne(Response all) {
        return all.jsonPath().getList("id").size() == 1;
    }

    /** How many turns it took until there was nothing to do. */
    private int work() {
        int turns = 0;
        while (chunks.next()) {
            assertThat(turns++).isLessThan(100);
        }
        return turns;
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String list(String block, int count) {
        return rows(block, count, server);
    }

    private static String rows(String block, int count, long to) {
        return IntStream.range(0, count)
                .mapToObj(n ->
                        String.format("%s%04x,%s%04x,%d\n", block, 2 * n, block, 2 * n + 1, to))
                .collect(Collectors.joining("", "first,last,targetServerId\n", ""));
    }

    private long taken(String list, String key) {
        Response taken = csv(acme, list, key);
        taken.then().statusCode(202);
        return taken.jsonPath().getLong("id");
    }

    private static Response csv(Customer customer, String list, String key) {
        var request =
                RestAssured.given()
                        .auth()
                        .oauth2(customer.apiKey())
                        .contentType("text/csv; charset=UTF-8")
                        .body(list.getBytes(US_ASCII));
        return (key.isEmpty() ? request : request.header("Idempotency-Key", key))
                .post("/api/v1/range-imports");
    }

    private static Response job(Customer customer, long id) {
        return by(customer).get("/api/v1/range-imports/" + id);
    }

    private List<String> verdicts(long id) {
        return by(acme).accept("text/csv")
                .get("/api/v1/range-imports/" + id + "/verdicts")
                .asString()
                .lines()
                .toList();
    }
}
