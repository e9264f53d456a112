package org.fingerpost.firmware;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.firmware.Customer.ACME;
import static org.fingerpost.firmware.Customer.RIVAL;
import static org.fingerpost.firmware.Customer.with;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import org.fingerpost.firmware.archives.Zips;
import org.fingerpost.firmware.images.ImageBytes;
import org.fingerpost.firmware.uploads.Uploads;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/** Files that come in pieces, in archives, or by mistake. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@QuarkusTestResource(RedirectTopic.class)
class UploadDayTest {
    @Inject Uploads uploads;

    /** {@code printf firmware | sha256sum}. */
    private static final String DIGEST =
            "c3bf47ea1f4a4a605470313cacb3a44f4a461f68c6faeab07e737610cb5ac835";

    @Test
    void anUploadGoesOnWhereItWasCutAndBecomesARelease() throws IOException {
        long id = begun("pieces.bin", 8, DIGEST);
        cut(id, "firm");
        Soon.until(() -> offset(id), "4"::equals);

        piece(id, 0, "firm").then().statusCode(409).body("offset", equalTo(4));
        RIVAL.asks().head("/api/v1/uploads/" + id).then().statusCode(404);
        made(id, "1.7.1").then().statusCode(409).body("type", containsString("upload-unfinished"));

        piece(id, 4, "ware").then().statusCode(204).header("Upload-Offset", "8");
        ACME.asks()
                .get("/api/v1/uploads/" + id)
                .then()
                .body("finished", equalTo(true), "name", equalTo("pieces.bin"));
        made(id, "1.7.1").then().statusCode(201).body("files[0].digest", equalTo(DIGEST));
        ACME.asks().get("/api/v1/uploads/" + id).then().statusCode(404);
    }

    @Test
    void ofTwoWhoMakeAReleaseOfOneUploadAtOnceOneIsRefused() {
        long id = begun("once.bin", 8, DIGEST);
        piece(id, 0, "firmware").then().statusCode(204);

        try (Uploads.Use _ = uploads.use(ACME.id(), List.of(id))) {
            made(id, "1.7.2").then().statusCode(409).body("type", containsString("upload-in-use"));
            ACME.asks().delete("/api/v1/uploads/" + id).then().statusCode(409);
        }
        made(id, "1.7.2").then().statusCode(201);
        made(id, "1.7.3").then().statusCode(422).body("type", containsString("no-such-upload"));
    }

    @Test
    void aReleaseOfNoUploadOrWithTheNamesOfConfigFilesIsRefused() {
        for (String body :
                List.of(
                        "{\"family\":\"GXP2160\",\"version\":\"1.7.4\",\"uploads\":[null]}",
                        "{\"family\":\"GXP2160\",\"version\":\"1.7.4\",\"uploads\":[]}")) {
            ACME.asks()
                    .contentType("application/json")
                    .body(body)
                    .post("/api/v1/releases")
                    .then()
                    .statusCode(422);
        }
        with(ACME.form("GXP2160", "1.7.4").multiPart("prefix", "Cfg"), "a.bin", new byte[1])
                .post("/api/v1/releases")
                .then()
                .statusCode(422)
                .body("detail", containsString("prefix"));
    }

    @Test
    void bytesThatWereNotPromisedAreNotKept() {
        long id = begun("promised.bin", 8, DIGEST);

        piece(id, 0, "firmwara")
                .then()
                .statusCode(422)
                .body("type", containsString("digest-differs"));

        ACME.asks().get("/api/v1/uploads/" + id).then().statusCode(404);
    }

    @Test
    void aPieceDoesNotGoBeyondTheEnd() {
        long id = begun("end.bin", 4, "");

        piece(id, 0, "firmware").then().statusCode(413);

        assertThat(offset(id)).isEqualTo("4");
        ACME.asks().delete("/api/v1/uploads/" + id).then().statusCode(204);
    }

    @Test
    void anArchiveBecomesARelease() {
        byte[] zip = Zips.of("BT100/boot.bin", "boot", "BT100/vp.bin", "vp");

        with(ACME.form("BT100", "1.0.8.33").multiPart("notes", "Fixes."), "bt100.zip", zip)
                .post("/api/v1/releases")
                .then()
                .statusCode(201)
                .body("files.name", equalTo(List.of("boot.bin", "vp.bin")))
                .body("notes", equalTo("Fixes."));
    }

    @Test
    void anArchiveThatMeansHarmIsRefused() {
        byte[] zip = Zips.of("a.bin", "a", "../../b.bin", "b");

        with(ACME.form("BT100", "1.0.8.34"), "bt100.zip", zip)
                .post("/api/v1/releases")
                .then()
                .statusCode(422)
                .body("type", containsString("broken-archive"))
                .body("detail", containsString("leads out"));
    }

    @Test
    void firmwareOfOtherPhonesOrOfAnotherVersionIsRefused() {
        refused("HT801", "1.0.10.2", "ht802fw.bin", "firmware".getBytes(US_ASCII), "other phones");
        refused("GXP2160", "1.0.10.2", "new.bin", ImageBytes.ht80x("ht802", 1, 0, 10, 2), "ht802");
        refused("HT80x", "1.0.10.3", "new.bin", ImageBytes.ht80x("ht802", 1, 0, 10, 2), "1.0.10.2");
        with(ACME.form("HT80x", "1.0.10.2"), "new.bin", ImageBytes.ht80x("ht802", 1, 0, 10, 2))
                .post("/api/v1/releases")
                .then()
                .statusCode(201);
    }

    @Test
    void uploadsAreListedForTheirOwner() {
        long id = begun("listed.bin", 4, "");

        ACME.asks().get("/api/v1/uploads").then().body("id", hasItem((int) id));
        RIVAL.asks().delete("/api/v1/uploads/" + id).then().statusCode(404);
        ACME.asks().delete("/api/v1/uploads/" + id).then().statusCode(204);
    }

    private static void refused(
            String family, String version, String name, byte[] bytes, String why) {
        with(ACME.form(family, version), name, bytes)
                .post("/api/v1/releases")
                .then()
                .statusCode(422)
                .body("type", containsString("not-this-release"))
                .body("detail", containsString(why));
    }

    private static long begun(String name, int size, String digest) {
        String promise = digest.isEmpty() ? "" : ",\"digest\":\"" + digest + "\"";
        Response begun =
                ACME.asks()
                        .contentType("application/json")
                        .body("{\"name\":\"" + name + "\",\"size\":" + size + promise + "}")
                        .post("/api/v1/uploads");
        begun.then().statusCode(201);
        return begun.jsonPath().getLong("id");
    }

    private static Response piece(long id, long offset, String bytes) {
        return ACME.asks()
                .contentType("application/offset+octet-stream")
                .header("Upload-Offset", offset)
                .body(bytes.getBytes(US_ASCII))
                .patch("/api/v1/uploads/" + id);
    }

    /** Promises a hundred bytes, sends a few, and is gone. */
    private static void cut(long id, String bytes) throws IOException {
        try (Socket socket = Wire.socket()) {
            Wire.write(
                    socket,
                    "PATCH /api/v1/uploads/"
                            + id
                            + " HTTP/1.1\r\nHost: f\r\nAuthorization: Bearer "
                            + ACME.key()
                            + "\r\nContent-Type: application/offset+octet-stream\r\n"
                            + "Upload-Offset: 0\r\nContent-Length: 100\r\n\r\n"
                            + bytes);
            Soon.until(() -> offset(id), "4"::equals);
        }
        // The piece is over when the server has seen that the line is.
        Soon.until(
                () -> piece(id, 9, "x").jsonPath().getString("type"),
                type -> type.contains("offset-differs"));
    }

    private static String offset(long id) {
        return ACME.asks().head("/api/v1/uploads/" + id).header("Upload-Offset");
    }

    private static Response made(long upload, String version) {
        return ACME.asks()
                .contentType("application/json")
                .body(
                        """
                        {"family":"GXP2160","version":"%s","uploads":[%d]}\
                        """
                                .formatted(version, upload))
                .post("/api/v1/releases");
    }
}
