package org.fingerpost.firmware;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.firmware.Customer.ACME;
import static org.fingerpost.firmware.Customer.with;
import static org.fingerpost.firmware.SmallLimits.LARGEST;
import static org.fingerpost.firmware.Wire.sent;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What an upload is refused for; each refusal is a problem with a sentence and leaves nothing
 * behind.
 */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@QuarkusTestResource(RedirectTopic.class)
@QuarkusTestResource(SmallLimits.class)
class RefusalsTest {
    @ConfigProperty(name = "fingerpost.state-dir")
    Path stateFolder;

    private List<Integer> releasesBefore;
    private List<Path> blobsBefore;

    @BeforeEach
    void look() {
        releasesBefore = releases();
        blobsBefore = files("blobs");
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(releases()).isEqualTo(releasesBefore);
        assertThat(files("blobs")).isEqualTo(blobsBefore);
        assertThat(files("incoming")).isEmpty();
        // The server tidies up behind its answer.
        Soon.until(() -> files("uploads"), List::isEmpty);
    }

    @Test
    void aFamilyThatNobodyKnowsIsRefusedAndTheNearestNamesAreTold() {
        refused(422, "unknown-family", ACME.uploads("GPX2160", "1.0", "a.bin", "x"))
                .body("detail", containsString("GXP2160"))
                .body("nearMisses", hasItem("GXP2160"))
                .body("field", equalTo("family"));
        refused(422, "unknown-family", ACME.uploads("toaster", "1.0", "a.bin", "x"));
    }

    @Test
    void aVersionIsNumbersWithDots() {
        for (String version :
                List.of("1.0-beta", "v1", "1..0", "1.0.", "../1", "1".repeat(33), "١.٠")) {
            refused(422, "invalid-value", ACME.uploads("GXP2160", version, "a.bin", "x"));
        }
    }

    @Test
    void aFileNameIsPlain() {
        for (String name : List.of(".hidden", "../up.bin", "a b.bin", "a/b.bin", "x".repeat(65))) {
            refused(422, "invalid-value", ACME.uploads("GXP2160", "1.0", name, "x"))
                    .body("detail", containsString("no name of a firmware file"));
        }
    }

    @Test
    void aNameIsSentOnce() {
        RequestSpecification form = ACME.form("GXP2160", "1.0");
        with(form, "same.bin", "one".getBytes(US_ASCII));
        with(form, "same.bin", "two".getBytes(US_ASCII));

        refused(422, "invalid-value", form.post("/api/v1/releases"))
                .body("detail", containsString("same.bin was sent twice"));
    }

    @Test
    void aReleaseHasFilesAndNoneIsEmptyOrCalledOtherwise() {
        refused(422, "invalid-value", ACME.form("GXP2160", "1.0").post("/api/v1/releases"))
                .body("detail", containsString("files"));
        refused(422, "invalid-value", ACME.uploads("GXP2160", "1.0", "a.bin", ""))
                .body("detail", containsString("a.bin is empty"));
        Response otherPart =
                ACME.form("GXP2160", "1.0")
                        .multiPart("firmware", "a.bin", "x".getBytes(US_ASCII))
                        .post("/api/v1/releases");
        refused(422, "invalid-value", otherPart).body("detail", containsString("'firmware'"));
    }

    @Test
    void familyAndVersionAreNeeded() {
        RequestSpecification form = ACME.asks().multiPart("version", "1.0");
        refused(422, "invalid-field", with(form, "a.bin", new byte[1]).post("/api/v1/releases"))
                .body("detail", containsString("family"));
        RequestSpecification other = ACME.asks().multiPart("family", "GXP2160");
        refused(422, "invalid-field", with(other, "a.bin", new byte[1]).post("/api/v1/releases"))
                .body("detail", containsString("version"));
    }

    @Test
    void aVersionIsUploadedOnceForAFamily() {
        long id = ACME.drafts("1.0.9.1", "once.bin", "once");
        look();

        refused(409, "release-exists", ACME.uploads("gxp2160", "1.0.9.1", "other.bin", "other"))
                .body("clash.id", equalTo((int) id));
    }

    @Test
    void filesThatAreTooLargeTogetherAreRefused() {
        RequestSpecification form = ACME.form("GXP2160", "1.0");
        with(form, "a.bin", new byte[LARGEST]);
        with(form, "b.bin", new byte[1]);

        refused(413, "body-too-large", form.post("/api/v1/releases"))
                .body("detail", containsString("1048576"));
    }

    @Test
    void aBodyThatAnnouncesTooMuchIsRefusedUnread() throws IOException {
        String answer = sent(Wire.head("Content-Length: 6000000000", ACME.key()));

        assertThat(answer)
                .startsWith("HTTP/1.1 413")
                .containsIgnoringCase("Content-Type: application/problem+json")
                .contains("urn:fingerpost:problem:body-too-large");
    }

    /** The framework counts what streams in, and has a status for it but no words. */
    @Test
    void aBodyThatAnnouncesNothingAndDoesNotEndIsCutOff() throws IOException {
        String part =
                "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.bin\"\r\n\r\n";
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";

        String answer =
                sent(
                        Wire.head("Transfer-Encoding: chunked", ACME.key())
                                + Integer.toHexString(part.length())
                                + "\r\n"
                                + part
                                + "\r\n"
                                + chunk.repeat(64));

        assertThat(answer).startsWith("HTTP/1.1 413").containsIgnoringCase("connection: close");
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() throws IOException {
        String begun =
                "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.bin\"\r\n\r\n"
                        + "x".repeat(100_000);
        try (Socket socket = Wire.socket()) {
            Wire.write(socket, Wire.head("Content-Length: 500000", ACME.key()) + begun);
            Soon.until(() -> files("uploads"), files -> !files.isEmpty());
        }
    }

    @Test
    void whatIsNoMultipartIsRefused() {
        Response text =
                ACME.asks().contentType("text/plain").body("GXP2160").post("/api/v1/releases");
        refused(415, "unsupported-media-type", text);
        for (String type : List.of("multipart/form-data", "multipart/form-data; boundary=b")) {
            Response broken =
                    ACME.asks()
                            .config(RestAssured.config().encoderConfig(raw(type)))
                            .contentType(type)
                            .body("--b\r\nnonsense".getBytes(US_ASCII))
                            .post("/api/v1/releases");
            assertThat(broken.statusCode()).as(type).isBetween(400, 422);
            assertThat(broken.contentType()).as(type).startsWith("application/problem+json");
        }
    }

    @Test
    void withoutAKeyThatSomebodyHasNothingIsDone() throws IOException {
        Response without =
                with(
                                RestAssured.given()
                                        .multiPart("family", "GXP2160")
                                        .multiPart("version", "1.0"),
                                "a.bin",
                                new byte[1])
                        .post("/api/v1/releases");
        refused(401, "no-valid-api-key", without);
        Customer stranger = new Customer(9, "x", "fp_1_" + "stranger".repeat(5));
        refused(401, "no-valid-api-key", stranger.uploads("GXP2160", "1.0", "a.bin", "x"));
        assertThat(sent(Wire.head("Content-Length: 6000000000", stranger.key())))
                .startsWith("HTTP/1.1 401");
    }

    private static ValidatableResponse refused(int status, String type, Response answer) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:fingerpost:problem:" + type));
    }

    private static EncoderConfig raw(String type) {
        return EncoderConfig.encoderConfig()
                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                .encodeContentTypeAs(type, ContentType.TEXT);
    }

    private static List<Integer> releases() {
        return ACME.asks().get("/api/v1/releases?size=1000").jsonPath().getList("id");
    }

    private List<Path> files(String folder) {
        try (Stream<Path> files = Files.walk(stateFolder.resolve(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
