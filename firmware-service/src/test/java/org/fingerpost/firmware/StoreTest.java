package org.fingerpost.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.firmware.Customer.ACME;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.fingerpost.firmware.blobs.BlobStore;
import org.fingerpost.firmware.blobs.Digest;
import org.fingerpost.firmware.blobs.FolderBlobs;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/** What the operator's walks find and drop. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@QuarkusTestResource(RedirectTopic.class)
class StoreTest {
    private final FolderBlobs blobs;

    StoreTest(BlobStore blobs) {
        this.blobs = (FolderBlobs) blobs;
    }

    @Test
    void aWalkDropsOldBlobsThatNobodyHoldsAndNoOthers() throws IOException {
        Digest held = heldBy("1.8.1", "held by a release");
        Digest old = orphan("an old orphan");
        Digest young = orphan("a young orphan");
        age(held);
        age(old);

        operator()
                .post("/api/v1/store/sweep")
                .then()
                .statusCode(200)
                .body("blobs", greaterThanOrEqualTo(1));

        assertThat(blobs.path(old)).doesNotExist();
        assertThat(blobs.path(held)).exists();
        assertThat(blobs.path(young)).exists();
    }

    @Test
    void aCheckTellsWhatIsMissingSpoiltAndOrphanedAndTheSameBytesHealIt() throws IOException {
        Digest missing = heldBy("1.8.2", "will be missing");
        Digest corrupt = heldBy("1.8.3", "will be spoilt");
        Digest orphan = orphan("nobody's");
        Files.delete(blobs.path(missing));
        Files.writeString(blobs.path(corrupt), "was indeed spo");

        JsonPath found = checked();
        assertThat(found.getList("missing.digest")).contains(missing.hex());
        assertThat(found.getString("missing.find { it.digest == '" + missing.hex() + "' }.by"))
                .startsWith("release/");
        assertThat(found.getList("corrupt.digest")).contains(corrupt.hex());
        assertThat(found.getList("orphaned")).contains(orphan.hex());
        assertThat(blobs.path(corrupt)).doesNotExist();

        heldBy("1.8.4", "will be spoilt");
        heldBy("1.8.5", "will be missing");
        JsonPath healed = checked();
        assertThat(healed.getList("missing.digest")).doesNotContain(missing.hex(), corrupt.hex());
    }

    @Test
    void theStoreIsTheOperatorsBusiness() {
        ACME.asks().get("/api/v1/store").then().statusCode(403);
        ACME.asks().post("/api/v1/store/sweep").then().statusCode(403);
        ACME.asks().post("/api/v1/store/check").then().statusCode(403);
    }

    private static JsonPath checked() {
        String before = operator().get("/api/v1/store").jsonPath().getString("lastCheck.began");
        operator().post("/api/v1/store/check").then().statusCode(202);
        return new JsonPath(
                        Soon.until(
                                () -> operator().get("/api/v1/store").asString(),
                                view -> {
                                    JsonPath seen = new JsonPath(view);
                                    String began = seen.getString("lastCheck.began");
                                    return !seen.getBoolean("checking")
                                            && began != null
                                            && !began.equals(before);
                                }))
                .setRootPath("lastCheck");
    }

    private static Digest heldBy(String version, String content) {
        return new Digest(
                ACME.uploads("GXP2160", version, "store.bin", content)
                        .then()
                        .statusCode(201)
                        .body("state", equalTo("draft"))
                        .extract()
                        .path("files[0].digest"));
    }

    private Digest orphan(String content) throws IOException {
        try (BlobStore.Staged staged = blobs.stage(new ByteArrayInputStream(content.getBytes()))) {
            blobs.keep(staged);
            return staged.digest();
        }
    }

    private void age(Digest digest) throws IOException {
        Files.setLastModifiedTime(
                blobs.path(digest), FileTime.from(Instant.now().minus(Duration.ofDays(3))));
    }

    private static RequestSpecification operator() {
        return RestAssured.given().auth().oauth2(Backends.OPERATOR_KEY);
    }
}
