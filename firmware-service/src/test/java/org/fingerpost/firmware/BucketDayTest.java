package org.fingerpost.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.firmware.Customer.ACME;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import org.fingerpost.firmware.s3.S3Server;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.MetricsPage;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/** A service whose blobs lie in a bucket: only whoever writes notices when it is away. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@QuarkusTestResource(RedirectTopic.class)
@QuarkusTestResource(value = BucketOfTests.class, restrictToAnnotatedClass = true)
class BucketDayTest {
    @Test
    void phonesAreServedFromTheDiskOperatorsFromTheBucketAndAnAwayBucketIsSaidSo()
            throws IOException {
        String first = published("1.12.1", "first");
        Response got =
                Soon.until(() -> RestAssured.get(first), answer -> answer.statusCode() == 200);
        assertThat(got.asString()).isEqualTo("first");

        String metrics = RestAssured.get("/q/metrics").asString();
        assertThat(metrics).contains("fingerpost_firmware_cache_missing");
        assertThat(MetricsPage.read().differences("firmware", metrics))
                .noneMatch(difference -> difference.contains("not on the page"));

        S3Server bucket = S3Server.at(BucketOfTests.FOLDER);
        bucket.kill();
        ACME.uploads("GXP2160", "1.12.2", "bucket.bin", "second")
                .then()
                .statusCode(503)
                .header("Retry-After", "10")
                .body("type", containsString("store-away"))
                .body("detail", containsString("did not answer"));
        operator().post("/api/v1/store/sweep").then().statusCode(503);
        RestAssured.get(first).then().statusCode(200);

        bucket.begin();
        String second = published("1.12.2", "second");
        Soon.until(() -> RestAssured.get(second), answer -> answer.statusCode() == 200);
        operator().post("/api/v1/store/sweep").then().statusCode(200);
        operator().post("/api/v1/store/check").then().statusCode(202);
        Soon.until(
                        () -> operator().get("/api/v1/store"),
                        store ->
                                !store.jsonPath().getBoolean("checking")
                                        && store.jsonPath().get("lastCheck") != null)
                .then()
                .body("lastCheck.corrupt", empty())
                .body("lastCheck.unreadable", empty());
    }

    /** The address of a file that phones may get from now on. */
    private static String published(String version, String content) {
        Response made = ACME.uploads("GXP2160", version, "bucket.bin", content);
        made.then().statusCode(201);
        ACME.publishes(made.jsonPath().getLong("id")).then().statusCode(200);
        String address = ACME.address("bucket.bin_" + version);
        // Known is not yet here: 503 is for that, and never 404 again.
        Soon.until(() -> RestAssured.head(address).statusCode(), status -> status != 404);
        return address;
    }

    private static RequestSpecification operator() {
        return RestAssured.given().auth().oauth2(Backends.OPERATOR_KEY);
    }
}
