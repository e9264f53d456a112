package org.fingerpost.redirect.imports;

import static org.fingerpost.redirect.Outside.by;
import static org.fingerpost.redirect.Outside.operator;
import static org.fingerpost.redirect.Outside.provider;
import static org.fingerpost.redirect.Outside.register;
import static org.fingerpost.redirect.Outside.targetServer;
import static org.fingerpost.redirect.imports.Lists.job;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.fingerpost.redirect.ImportsByHand;
import org.fingerpost.redirect.Outside.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator approves what an import registered, or a list of ids, with a verdict each. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestProfile(ImportsByHand.class)
class BulkApprovalTest {
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
    void whatAnImportRegisteredIsApprovedAtOnceByTheOperatorAlone() {
        long id =
                lists.sent(
                        lists.row(0, 1, server)
                                + lists.row(2, 3, server)
                                + lists.row(3, 4, server));
        approve(acme.apiKey(), Map.of("importId", id)).then().statusCode(403);
        approve(Backends.OPERATOR_KEY, Map.of("importId", id)).then().statusCode(409);
        approve(Backends.OPERATOR_KEY, Map.of()).then().statusCode(422);
        lists.work();

        long approval = approved(Map.of("importId", id));

        operator()
                .get("/api/v1/range-imports/" + approval)
                .then()
                .body("kind", equalTo("approval"))
                .body("state", equalTo("done"))
                .body("accepted", equalTo(2));
        by(acme).get("/api/v1/ranges?state=active").then().body("$", hasSize(2));
        by(acme).get("/api/v1/ranges?state=pending").then().body("$", hasSize(0));
        Soon.until(
                () -> RestAssured.given().get("/gs/cfg" + lists.mac(2)),
                answer -> answer.statusCode() == 200);
        job(acme, approval).then().statusCode(404);
    }

    @Test
    void rangesAreApprovedByTheirIdsWithAVerdictEach() {
        long range = register(acme, lists.mac(0), lists.mac(1), server);

        long approval = approved(Map.of("ids", List.of(range, 999_999_999, range)));

        operator()
                .get("/api/v1/range-imports/" + approval + "/verdicts")
                .then()
                .body("verdict", contains("accepted", "rejected"))
                .body("[1].rule", equalTo("not-found"));
    }

    private static Response approve(String key, Map<String, Object> body) {
        return RestAssured.given()
                .auth()
                .oauth2(key)
                .contentType(ContentType.JSON)
                .urlEncodingEnabled(false)
                .body(body)
                .post("/api/v1/ranges:approve");
    }

    private long approved(Map<String, Object> body) {
        Response taken = approve(Backends.OPERATOR_KEY, body);
        taken.then().statusCode(202);
        lists.work();
        return taken.jsonPath().getLong("id");
    }
}
