package org.fingerpost.config;

import static org.fingerpost.config.Desk.by;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.testkit.Backends;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

/** What wished steps would mean is told in full, and afterwards everything is as it was. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class RehearsalTest {
    private static final AtomicInteger COUNT = new AtomicInteger(1);

    private final Customer acme = PlayedRedirect.customer();

    private String device(Map<String, ?> variables) {
        String mac = String.format("000b8257%04x", COUNT.getAndIncrement());
        by(acme.apiKey())
                .body(Map.of("model", "GXP2160", "settings", Map.of(), "variables", variables))
                .put("/api/v1/devices/" + mac)
                .then()
                .statusCode(201);
        return mac;
    }

    private ValidatableResponse rehearse(Map<String, ?> steps) {
        return review("sheets", steps).statusCode(200);
    }

    private ValidatableResponse review(String what, Map<String, ?> wish) {
        return by(acme.apiKey())
                .urlEncodingEnabled(false)
                .body(wish)
                .post("/api/v1/" + what + ":review")
                .then();
    }

    private static Map<String, ?> sheet(String name, Map<String, ?> said) {
        return Map.of("name", name, "sheet", said);
    }

    private void published(String name, Map<String, ?> said) {
        by(acme.apiKey()).body(said).put("/api/v1/sheets/" + name + "/draft").then();
        by(acme.apiKey())
                .body(Map.of())
                .post("/api/v1/sheets/" + name + "/publish")
                .then()
                .statusCode(200);
    }

    @Test
    void eachStepIsReviewedOnTopOfThoseBeforeItAndNothingIsKept() {
        device(Map.of());

        rehearse(
                        Map.of(
                                "groups",
                                List.of(
                                        Map.of("name", "city"),
                                        Map.of("name", "house", "parent", "city")),
                                "sheets",
                                List.of(
                                        sheet(
                                                "template/base",
                                                Map.of("settings", Map.of("P64", "CET"))),
                                        sheet("provider", Map.of("templates", List.of("base"))),
                                        sheet(
                                                "group/house",
                                                Map.of("settings", Map.of("P145", "1"))))))
                .body("groups.phones", equalTo(0))
                .body("sheets.name", contains("template/base", "provider", "group/house"))
                .body("sheets[0].differences.name", contains("published", "P64"))
                .body("sheets[0].review.phones", equalTo(0))
                .body("sheets[1].review.phones", equalTo(1))
                .body("sheets[1].review.changes[0].after", equalTo("CET"))
                .body("sheets[2].review.cutOffs.p", contains("P145"));

        by(acme.apiKey()).get("/api/v1/sheets").then().body("", empty());
        by(acme.apiKey()).get("/api/v1/groups").then().body("", empty());
    }

    @Test
    void aSecretIsComparedAndNeverShown() {
        published(
                "provider",
                Map.of(
                        "settings", Map.of("P34", "${sip.password}"),
                        "variables", Map.of("sip.password", "geheim-1")));
        Map<String, ?> other =
                Map.of(
                        "settings", Map.of("P34", "${sip.password}"),
                        "variables", Map.of("sip.password", "geheim-2"));
        Map<String, ?> same =
                Map.of(
                        "settings", Map.of("P34", "${sip.password}"),
                        "variables", Map.of("sip.password", "geheim-1"));

        rehearse(Map.of("sheets", List.of(sheet("provider", other))))
                .body("sheets[0].differences.name", contains("variables.sip.password"))
                .body("sheets[0].differences[0].after", equalTo("••••••"))
                .body(not(Matchers.containsString("geheim")));
        rehearse(Map.of("sheets", List.of(sheet("provider", same))))
                .body("sheets[0].differences", empty());
        rehearse(Map.of("sheets", List.of(Map.of("name", "provider"))))
                .body("sheets[0].differences.after", Matchers.everyItem(nullValue()))
                .body("sheets[0].differences", hasSize(3));
    }

    @Test
    void aDeviceThatIsGivenAValueBeforeTheSheetsDoesNotLackIt() {
        String mac = device(Map.of());
        Map<String, ?> holed =
                sheet("provider", Map.of("settings", Map.of("P35", "${account.1.user}")));
        Map<String, ?> phone =
                Map.of("mac", mac, "model", "GXP2160", "variables", List.of("account.1.user"));
        Map<String, ?> bare = Map.of("mac", "000b8257ffff", "model", "GXP2160");

        rehearse(Map.of("sheets", List.of(holed)))
                .body("sheets[0].review.missing.device", contains(mac))
                .body("sheets[0].review.publishable", equalTo(false));
        rehearse(Map.of("before", List.of(phone), "sheets", List.of(holed), "after", List.of(bare)))
                .body("sheets[0].review.missing", empty())
                .body("missing.device", contains("000b8257ffff"));
    }

    @Test
    void devicesAreComparedWithWhatTheirPhonesAreTold() {
        String mac = device(Map.of("line.password", "one"));
        Map<String, ?> wish =
                Map.of(
                        "model",
                        "GXP2160",
                        "settings",
                        Map.of("P64", "CET"),
                        "variables",
                        Map.of("line.password", "two"));

        review(
                        "devices",
                        Map.of(
                                "devices",
                                List.of(
                                        Map.of("mac", mac, "device", wish),
                                        Map.of("mac", "000b8257fffe", "device", wish))))
                .statusCode(200)
                .body("made", contains(false, true))
                .body("[0].differences.name", contains("P64", "variables.line.password"))
                .body("[1].differences.name", hasItems("model", "P64"))
                .body(not(Matchers.containsString("two")));

        by(acme.apiKey()).get("/api/v1/devices/000b8257fffe").then().statusCode(404);
    }

    @Test
    void whatCouldNotBeDoneIsRefusedInTheSameWords() {
        review("sheets", Map.of("sheets", List.of(sheet("group/none", Map.of()))))
                .statusCode(422)
                .body("type", Matchers.endsWith("no-such-group"));
        review("sheets", Map.of("sheets", List.of(sheet("platform", Map.of())))).statusCode(403);
    }
}
