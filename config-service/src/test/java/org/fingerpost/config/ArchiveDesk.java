package org.fingerpost.config;

import static org.fingerpost.config.Desk.by;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.testkit.Soon;

/** Archives as somebody makes and brings them. */
final class ArchiveDesk {
    static final String ARCHIVES = "/api/v1/archives";
    static final String PASSPHRASE = "fünf Wörter für den Safe";

    private ArchiveDesk() {}

    static byte[] exported(Customer of) {
        Response answer =
                by(PlayedRedirect.furtherKey(of, "reveal"))
                        .body(Map.of("passphrase", PASSPHRASE))
                        .post(ARCHIVES);
        answer.then().statusCode(200).header("Cache-Control", "no-store");
        return answer.asByteArray();
    }

    static ValidatableResponse send(
            Customer to, byte[] archive, String passphrase, boolean overwrite) {
        return RestAssured.given()
                .auth()
                .oauth2(to.apiKey())
                .multiPart("passphrase", passphrase, "text/plain; charset=UTF-8")
                .multiPart("archive", "a", archive)
                .post(ARCHIVES + "/import?overwrite=" + overwrite)
                .then();
    }

    static void takenOver(Customer to, byte[] archive, boolean overwrite) {
        long id =
                send(to, archive, PASSPHRASE, overwrite)
                        .statusCode(202)
                        .extract()
                        .jsonPath()
                        .getLong("id");
        Response done =
                Soon.until(
                        () -> by(to.apiKey()).get(ARCHIVES + "/imports/" + id),
                        job -> !job.jsonPath().getString("state").equals("running"));
        Response rejections = by(to.apiKey()).get(ARCHIVES + "/imports/" + id + "/rejections");
        rejections.then().body("", empty());
        done.then().body("state", equalTo("done")).body("decided", equalTo(12));
    }
}
