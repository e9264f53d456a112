package org.fingerpost.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.firmware.Customer.ACME;
import static org.fingerpost.firmware.Customer.RIVAL;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/**
 * One service through its doors, on a real database and a real broker. Each test has file names of
 * its own.
 */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@QuarkusTestResource(RedirectTopic.class)
class ReleaseDayTest {
    /** {@code printf firmware | sha256sum}. */
    private static final String DIGEST =
            "c3bf47ea1f4a4a605470313cacb3a44f4a461f68c6faeab07e737610cb5ac835";

    /** {@code printf "lost bytes" | sha256sum}. */
    private static final String LOST =
            "039d5d7f938a9d42070e32cd4ca02d8e646556ae3b77b28057af85a23f3b39b8";

    @ConfigProperty(name = "fingerpost.state-dir")
    Path stateFolder;

    @Test
    void aReleaseIsServedFromTheMomentItIsPublished() {
        Response made = ACME.uploads("gxp-2160", "1.0.11.39", "day.bin", "firmware");
        made.then()
                .statusCode(201)
                .header("Fingerpost-Revision", matchesPattern("firmware=\\d+"))
                .body("family", equalTo("GXP2160"))
                .body("version", equalTo("1.0.11.39"))
                .body("state", equalTo("draft"))
                .body("providerId", equalTo(7))
                .body("files.name", equalTo(java.util.List.of("day.bin")))
                .body("files[0].size", equalTo(8))
                .body("files[0].digest", equalTo(DIGEST));
        long id = made.jsonPath().getLong("id");
        phone().get(ACME.address("day.bin")).then().statusCode(404).header("Content-Length", "0");

        ACME.publishes(id).then().statusCode(200).body("state", equalTo("published"));

        Response served = until(200, ACME.address("day.bin"));
        served.then()
                .header("ETag", "\"" + DIGEST + "\"")
                .header("Content-Length", "8")
                .header("Accept-Ranges", "bytes")
                .header("Vary", "User-Agent")
                .header("Cache-Control", "no-cache")
                .header("Transfer-Encoding", (String) null);
        assertThat(served.asString()).isEqualTo("firmware");
    }

    @Test
    void aPhoneMayAskForTheHeadForAPartAndForWhatIsNew() {
        ACME.publishes(ACME.drafts("1.0.1.1", "parts.bin", "0123456789"));
        String file = ACME.address("parts.bin");
        String etag = until(200, file).header("ETag");

        phone().head(file)
                .then()
                .statusCode(200)
                .header("Content-Length", "10")
                .header("ETag", etag);
        phone().header("Range", "bytes=2-5")
                .get(file)
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes 2-5/10")
                .body(equalTo("2345"));
        phone().header("If-None-Match", etag).get(file).then().statusCode(304);
        phone().urlEncodingEnabled(false)
                .get(file.replace("parts", "p%61rts"))
                .then()
                .statusCode(200);
    }

    @Test
    void theNewestPublishedReleaseAnswersHoweverOldItsUpload() {
        long first = ACME.drafts("1.0.2.1", "newest.bin", "one");
        long second = ACME.drafts("1.0.2.2", "newest.bin", "two");
        ACME.publishes(second);
        until(200, ACME.address("newest.bin"));

        ACME.publishes(first);

        Soon.until(() -> phone().get(ACME.address("newest.bin")).asString(), "one"::equals);
        ACME.publishes(second).then().statusCode(200).body("state", equalTo("published"));
        phone().get(ACME.address("newest.bin")).then().body(equalTo("one"));
    }

    @Test
    void aDraftIsDeletedAndItsVersionIsFree() {
        long wrong = ACME.drafts("1.0.7.1", "wrong.bin", "wrong");
        RIVAL.asks().delete("/api/v1/releases/" + wrong).then().statusCode(404);
        ACME.asks().delete("/api/v1/releases/" + wrong).then().statusCode(204);
        ACME.asks().get("/api/v1/releases/" + wrong).then().statusCode(404);

        long right = ACME.drafts("1.0.7.1", "right.bin", "right");
        ACME.publishes(right);
        ACME.asks()
                .delete("/api/v1/releases/" + right)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:fingerpost:problem:release-not-draft"));
    }

    @Test
    void aProviderSeesPublishesAndServesOnlyItsOwn() {
        long id = ACME.drafts("1.0.3.1", "own.bin", "firmware");

        RIVAL.publishes(id).then().statusCode(404);
        RIVAL.asks().get("/api/v1/releases/" + id).then().statusCode(404);
        RIVAL.asks().get("/api/v1/releases").then().body("id", not(hasItem((int) id)));
        ACME.asks()
                .get("/api/v1/releases/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("draft"));
        RestAssured.given()
                .auth()
                .oauth2(Backends.OPERATOR_KEY)
                .get("/api/v1/releases?size=1000")
                .then()
                .body("id", hasItem((int) id));

        ACME.publishes(id);

        until(200, ACME.address("own.bin"));
        phone().get(RIVAL.address("own.bin")).then().statusCode(404);
        phone().get("/fw/nobodynobodynobo/own.bin").then().statusCode(404);
    }

    @Test
    void bytesThatAreGoneFromTheDiskAreNotDeniedButPutOff() throws IOException {
        ACME.publishes(ACME.drafts("1.0.4.1", "lost.bin", "lost bytes"));
        until(200, ACME.address("lost.bin"));

        Files.delete(
                stateFolder.resolve("blobs/" + LOST.substring(0, 2) + "/" + LOST.substring(2)));

        phone().get(ACME.address("lost.bin"))
                .then()
                .statusCode(503)
                .header("Retry-After", matchesPattern("\\d+"));
    }

    @Test
    void whateverTheDoorDoesNotHaveIsTheSameBare404() throws IOException {
        ACME.publishes(ACME.drafts("1.0.5.1", "bare.bin", "firmware"));
        until(200, ACME.address("bare.bin"));
        String directory = "/fw/" + ACME.pathKey();

        for (String path :
                new String[] {
                    directory + "/x/bare.bin",
                    directory + "//bare.bin",
                    directory + "/BARE.bin",
                    directory + "/bare.bin/",
                    directory + "/%2e%2e%2fbare.bin",
                    directory + "/x/../bare.bin",
                    directory + "/bare.bin%00",
                    directory + "/",
                    directory,
                    "/fw/",
                    "/gs/bare.bin",
                    "/"
                }) {
            assertThat(Wire.got(path).toLowerCase(Locale.ROOT))
                    .as(path)
                    .startsWith("http/1.0 404")
                    .contains("content-length: 0\r\n");
        }
        phone().post(ACME.address("bare.bin")).then().statusCode(404);
    }

    @Test
    void theSameBytesUnderTwoNamesAreStoredOnce() throws IOException {
        RequestSpecification form = ACME.form("GXP21xx", "1.0.6.1");
        Customer.with(form, "twin-a.bin", "twins".getBytes(StandardCharsets.UTF_8));
        Customer.with(form, "twin-b.bin", "twins".getBytes(StandardCharsets.UTF_8));
        Response made = form.post("/api/v1/releases");

        made.then()
                .statusCode(201)
                .body("family", equalTo("GXP21xx"))
                .body("files.name", equalTo(java.util.List.of("twin-a.bin", "twin-b.bin")));
        ACME.publishes(made.jsonPath().getLong("id"));
        assertThat(until(200, ACME.address("twin-a.bin")).asString()).isEqualTo("twins");
        phone().get(ACME.address("twin-b.bin")).then().body(equalTo("twins"));
        try (var incoming = Files.list(stateFolder.resolve("incoming"))) {
            assertThat(incoming).isEmpty();
        }
    }

    @Test
    void itIsReadyAndSaysHowFarItsReplicasHaveCome() {
        RestAssured.get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    private static RequestSpecification phone() {
        return RestAssured.given()
                .header(
                        "User-Agent",
                        "Grandstream Model HW GXP2160 SW 1.0.11.39 DevId 000b82000001");
    }

    private static Response until(int status, String path) {
        return Soon.until(() -> phone().get(path), answer -> answer.statusCode() == status);
    }
}
