package org.fingerpost.config;

import static org.fingerpost.config.Desk.by;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.fingerpost.testkit.Backends;
import org.junit.jupiter.api.Test;

/** Groups nest, and none moves to where a phone would lose its file. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class GroupsTest extends SheetDesk {
    @Test
    void groupsNestButNeverInACircle() {
        group("a", "");
        group("b", "a");
        group("c", "b");
        by(acme.apiKey())
                .body(Map.of("parent", "c"))
                .put("/api/v1/groups/a")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:fingerpost:problem:group-in-itself"));
        by(acme.apiKey())
                .body(Map.of("parent", "nowhere"))
                .put("/api/v1/groups/d")
                .then()
                .statusCode(422);
        by(acme.apiKey()).delete("/api/v1/groups/b").then().statusCode(409);
        by(acme.apiKey()).delete("/api/v1/groups/c").then().statusCode(204);
        by(acme.apiKey()).get("/api/v1/groups").then().body("name", contains("a", "b"));
        put(newMac(), Map.of("group", "nowhere")).then().statusCode(422);
    }

    @Test
    void aGroupDoesNotMoveToWhereItsDevicesWouldLackAValue() {
        group("west", "");
        group("east", "");
        published("group/west", Map.of("variables", Map.of("sip.server", "west.example")));
        group("office", "west");
        String mac = device(Map.of("group", "office"));
        published("group/office", Map.of("settings", Map.of("P47", "${sip.server}")));
        fileUntil(mac, "P47", "west.example");

        by(acme.apiKey())
                .body(Map.of("parent", "east"))
                .put("/api/v1/groups/office")
                .then()
                .statusCode(409)
                .body("detail", containsString("sip.server"));
        published("group/east", Map.of("variables", Map.of("sip.server", "east.example")));
        by(acme.apiKey())
                .body(Map.of("parent", "east"))
                .put("/api/v1/groups/office")
                .then()
                .statusCode(200);
        fileUntil(mac, "P47", "east.example");
    }
}
