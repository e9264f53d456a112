package org.fingerpost.firmware;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.firmware.Customer.ACME;
import static org.fingerpost.firmware.Customer.RIVAL;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import org.fingerpost.firmware.blobs.UnfinishedUploads;
import org.fingerpost.firmware.uploads.Uploads;
import org.fingerpost.statements.Statements;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/**
 * Several who are at one upload at the same moment, and one that a crash left between two steps.
 */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@QuarkusTestResource(RedirectTopic.class)
class UploadsInUseTest {
    @Inject Uploads uploads;
    @Inject UnfinishedUploads bytes;
    @Inject Statements statements;

    @Test
    void anUploadIsNotDroppedWhileAPieceComesIn() throws IOException {
        long id = begun();
        try (Socket socket = Wire.socket()) {
            Wire.write(
                    socket,
                    "PATCH /api/v1/uploads/"
                            + id
                            + " HTTP/1.1\r\nHost: f\r\nAuthorization: Bearer "
                            + ACME.key()
                            + "\r\nContent-Type: application/offset+octet-stream\r\n"
                            + "Upload-Offset: 0\r\nContent-Length: 8\r\n\r\nfirm");
            Soon.until(() -> offset(id), "4"::equals);

            ACME.asks()
                    .delete("/api/v1/uploads/" + id)
                    .then()
                    .statusCode(409)
                    .body("type", containsString("upload-in-use"));
        }
        Soon.until(() -> ACME.asks().delete("/api/v1/uploads/" + id).statusCode(), n -> n == 204);
    }

    @Test
    void theWalkLeavesAnExpiredUploadThatSomebodyIsAt() {
        long id = begun();
        QuarkusTransaction.requiringNew()
                .run(() ->
                        statements.run(
                                "UPDATE upload SET expires_at = now() - interval '1 day'"
                                        + " WHERE id = ?",
                                id));
        try (Uploads.Use _ = uploads.use(ACME.id(), List.of(id))) {
            piece(id).then().statusCode(409).body("type", containsString("upload-in-use"));
            sweep();
            get(id).then().statusCode(200);
        }

        sweep();

        get(id).then().statusCode(404);
    }

    @Test
    void whatACrashLeftUncheckedIsCheckedWhenSomebodyLooks() throws IOException {
        long right = begun();
        long wrong = begun(",\"digest\":\"" + "0".repeat(64) + "\"");
        for (long id : new long[] {right, wrong}) {
            bytes.append(id, new ByteArrayInputStream("firmware".getBytes(US_ASCII)), 8);
        }

        made(ACME, right).then().statusCode(409).body("type", containsString("upload-unfinished"));
        assertThat(offset(right)).isEqualTo("8");
        uploads.finished(ACME.id(), List.of(right));
        get(right).then().body("finished", equalTo(true));
        made(RIVAL, right).then().statusCode(422).body("type", containsString("no-such-upload"));
        get(wrong).then().statusCode(422).body("type", containsString("digest-differs"));
        get(wrong).then().statusCode(404);
        ACME.asks().delete("/api/v1/uploads/" + right).then().statusCode(204);
    }

    @Test
    void ofAnUploadWhoseBytesAreGoneNothingIsMadeUntilTheyHaveComeAgain() {
        long id = begun();
        piece(id).then().statusCode(204);
        bytes.drop(id);

        get(id).then().body("finished", equalTo(false), "offset", equalTo(0));
        made(ACME, id).then().statusCode(409).body("type", containsString("upload-unfinished"));
        piece(id).then().statusCode(204);
        made(ACME, id).then().statusCode(201);
    }

    private static Response made(Customer by, long id) {
        return by.asks()
                .contentType("application/json")
                .body("{\"family\":\"GXP2160\",\"version\":\"1.7.9\",\"uploads\":[" + id + "]}")
                .post("/api/v1/releases");
    }

    private static void sweep() {
        RestAssured.given()
                .auth()
                .oauth2(Backends.OPERATOR_KEY)
                .post("/api/v1/store/sweep")
                .then()
                .statusCode(200);
    }

    private static Response get(long id) {
        return ACME.asks().get("/api/v1/uploads/" + id);
    }

    private static String offset(long id) {
        return ACME.asks().head("/api/v1/uploads/" + id).header("Upload-Offset");
    }

    private static Response piece(long id) {
        return ACME.asks()
                .contentType("application/offset+octet-stream")
                .header("Upload-Offset", 0)
                .body("firmware".getBytes(US_ASCII))
                .patch("/api/v1/uploads/" + id);
    }

    private static long begun() {
        return begun("");
    }

    private static long begun(String promise) {
        return ACME.asks()
                .contentType("application/json")
                .body("{\"name\":\"used.bin\",\"size\":8" + promise + "}")
                .post("/api/v1/uploads")
                .jsonPath()
                .getLong("id");
    }
}
