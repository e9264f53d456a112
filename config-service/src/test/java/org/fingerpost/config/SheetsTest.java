package org.fingerpost.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.config.Desk.base;
import static org.fingerpost.config.Desk.by;
import static org.fingerpost.config.Desk.phone;
import static org.fingerpost.config.Desk.value;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/** Layers and templates: what is drafted changes nothing, what is published reaches every phone. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class SheetsTest extends SheetDesk {
    @Test
    void aDraftChangesNothingAndItsPublicationEveryPhoneOfTheLayer() {
        group("berlin", "");
        group("floor2", "berlin");
        String inside = device(Map.of("group", "floor2"));
        String outside = device(Map.of("settings", Map.of("P64", "GMT")));
        fileUntil(outside, "P64", "GMT");
        draft("group/berlin", Map.of("settings", Map.of("P64", "CET"))).then().statusCode(200);
        phone(base(acme) + "/cfg" + inside).then().statusCode(200);
        assertThat(value(phone(base(acme) + "/cfg" + inside), "P64")).isEmpty();

        by(acme.apiKey())
                .get(SHEETS + "group/berlin/draft/review")
                .then()
                .body("publishable", equalTo(true))
                .body("phones", equalTo(1))
                .body("changes", hasSize(1))
                .body("changes[0].p", equalTo("P64"))
                .body("changes[0].after", equalTo("CET"));
        publish("group/berlin")
                .then()
                .statusCode(200)
                .header("Fingerpost-Revision", containsString("config="))
                .body("revision", equalTo(1));

        fileUntil(inside, "P64", "CET");
        assertThat(value(phone(base(acme) + "/cfg" + outside), "P64")).contains("GMT");
    }

    @Test
    void aRevisionIsGoneBackToInOneCallAndBothStay() {
        String mac = device(Map.of());
        published("provider", Map.of("settings", Map.of("P64", "CET")));
        published("provider", Map.of("settings", Map.of("P64", "EET")));
        fileUntil(mac, "P64", "EET");

        by(acme.apiKey())
                .body(Map.of("revision", 1))
                .post(SHEETS + "provider/rollback")
                .then()
                .statusCode(200)
                .body("revision", equalTo(3));

        fileUntil(mac, "P64", "CET");
        by(acme.apiKey())
                .get(SHEETS + "provider/revisions")
                .then()
                .body("revision", contains(3, 2, 1))
                .body("note", contains("back to revision 1", "a test", "a test"))
                .body("[1].said.settings.P64", equalTo("EET"));
        by(acme.apiKey()).body(Map.of()).post(SHEETS + "provider/withdraw").then().statusCode(200);
        Soon.until(() -> value(phone(base(acme) + "/cfg" + mac), "P64").isEmpty(), gone -> gone);
    }

    @Test
    void aTemplateIsWrittenOnceAndUsedByLayers() {
        published("template/base", Map.of("settings", Map.of("P47", "${sip.server}", "P3", "t")));
        String mac = device(Map.of());
        published(
                "model/GXP2160",
                Map.of(
                        "templates",
                        List.of("base"),
                        "variables",
                        Map.of("sip.server", "sip.example")));
        fileUntil(mac, "P47", "sip.example");

        published("template/base", Map.of("settings", Map.of("P47", "${sip.server}:5070")));
        fileUntil(mac, "P47", "sip.example:5070");
        by(acme.apiKey())
                .body(Map.of())
                .post(SHEETS + "template/base/withdraw")
                .then()
                .statusCode(409)
                .body("detail", containsString("base"));
        draft("template/base", Map.of("templates", List.of("other"))).then().statusCode(422);
    }

    @Test
    void secretsAreMaskedInEveryAnswerAndKeptWhenTheyComeBackMasked() {
        Desk.admission(acme, "open"); // else the first of the questions below would be the last
        Map<String, Object> said =
                Map.of(
                        "settings",
                        Map.of("P34", "s1p-geheim", "P3", "${door.pin}"),
                        "variables",
                        Map.of("door.pin", "4711-geheim"));
        Response drafted = draft("provider", said);
        drafted.then().statusCode(200).body("draft.said.settings.P34", equalTo("••••••"));
        String mac = device(Map.of());
        Response review = by(acme.apiKey()).get(SHEETS + "provider/draft/review");
        publish("provider").then().statusCode(200);
        Map<String, Object> masked =
                Map.of(
                        "settings",
                        Map.of("P34", "••••••", "P3", "${door.pin}", "P64", "CET"),
                        "variables",
                        Map.of("door.pin", "••••••"));
        published("provider", masked);

        Response file = fileUntil(mac, "P64", "CET");
        assertThat(value(file, "P34")).contains("s1p-geheim");
        assertThat(value(file, "P3")).contains("4711-geheim");
        String everything =
                drafted.asString()
                        + review.asString()
                        + by(acme.apiKey()).get(SHEETS + "provider").asString()
                        + by(acme.apiKey()).get(SHEETS + "provider/revisions").asString();
        assertThat(everything).doesNotContain("geheim");
        // P3 holds a secret by its filling: without a token the file is given once.
        Desk.admission(acme, "window");
        Soon.until(() -> phone(base(acme) + "/cfg" + mac).statusCode(), status -> status == 404);
    }

    @Test
    void theOperatorsLayersLieUnderEveryProviders() {
        String mac = device(Map.of());
        by(Backends.OPERATOR_KEY)
                .body(Map.of("settings", Map.of("P4711", "far", "P4712", "far")))
                .put(SHEETS + "model/GXP2160/draft")
                .then()
                .statusCode(200);
        published("provider", Map.of("settings", Map.of("P4712", "near")));
        by(Backends.OPERATOR_KEY)
                .body(Map.of())
                .post(SHEETS + "model/GXP2160/publish")
                .then()
                .statusCode(200);

        Response file = fileUntil(mac, "P4711", "far");
        assertThat(value(file, "P4712")).contains("near");
        by(acme.apiKey()).get(SHEETS + "model/GXP2160").then().statusCode(404);
        draft("platform", Map.of()).then().statusCode(403);
        by(Backends.OPERATOR_KEY)
                .body(Map.of())
                .put(SHEETS + "provider/draft")
                .then()
                .statusCode(403);
        by(Backends.OPERATOR_KEY)
                .body(Map.of())
                .post(SHEETS + "model/GXP2160/withdraw")
                .then()
                .statusCode(200);
    }

    @Test
    void aProviderSeesAndUsesOnlyItsOwnSheets() {
        published("template/mine", Map.of("settings", Map.of("P3", "x")));
        Customer rival = PlayedRedirect.customer();

        by(rival.apiKey()).get(SHEETS + "template/mine").then().statusCode(404);
        by(rival.apiKey()).get("/api/v1/sheets").then().body("size()", equalTo(0));
        by(acme.apiKey()).get("/api/v1/sheets").then().body("name", hasItem("template/mine"));
        by(rival.apiKey())
                .body(Map.of("templates", List.of("mine")))
                .put(SHEETS + "provider/draft")
                .then()
                .statusCode(200);
        String mac = newMac();
        by(rival.apiKey())
                .body(Map.of("model", "GXP2160", "settings", Map.of()))
                .put("/api/v1/devices/" + mac)
                .then()
                .statusCode(201);
        by(rival.apiKey())
                .body(Map.of())
                .post(SHEETS + "provider/publish")
                .then()
                .statusCode(409)
                .body("detail", containsString("mine"))
                .body("detail", not(containsString("x=")));
    }
}
