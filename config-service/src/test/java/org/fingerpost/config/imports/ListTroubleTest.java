package org.fingerpost.config.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fingerpost.config.PlayedRedirect;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/** Lists of devices are sealed while they wait, and lose nothing, whoever dies over them. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
@TestProfile(ImportsByHand.class)
class ListTroubleTest extends ListDesk {
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
}
