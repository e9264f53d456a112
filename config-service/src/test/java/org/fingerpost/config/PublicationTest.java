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

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.fingerpost.testkit.Backends;
import org.junit.jupiter.api.Test;

/** What stands in the way of a publication, and what is held back until there is one. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class PublicationTest extends SheetDesk {
    @Test
    void aHoleWithoutAValueStopsThePublicationAndNamesDeviceAndHole() {
        String has = device(Map.of("variables", Map.of("account.1.user", "2001")));
        String lacks = device(Map.of());
        draft("provider", Map.of("settings", Map.of("P35", "${account.1.user}")))
                .then()
                .statusCode(200);

        publish("provider")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:fingerpost:problem:hole-without-value"))
                .body("device", equalTo(lacks))
                .body("hole", equalTo("account.1.user"))
                .body("detail", containsString("P35 of provider"));
        put(lacks, Map.of("variables", Map.of("account.1.user", "2002"))).then().statusCode(200);
        publish("provider").then().statusCode(200);

        fileUntil(has, "P35", "2001");
        fileUntil(lacks, "P35", "2002");
        put(lacks, Map.of()).then().statusCode(422).body("hole", equalTo("account.1.user"));
        put(newMac(), Map.of()).then().statusCode(422).body("hole", equalTo("account.1.user"));
    }

    @Test
    void whatCouldCutPhonesOffMustBeNamed() {
        device(Map.of());
        draft("provider", Map.of("settings", Map.of("P237", "prov.example", "P64", "CET")))
                .then()
                .statusCode(200);

        publish("provider")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:fingerpost:problem:would-cut-phones-off"))
                .body("acknowledge.p", contains("P237"));
        publish("provider", "P237").then().statusCode(200);
    }

    @Test
    void whatTheCatalogueRefusesIsNotPublished() {
        draft("model/GXP2160", Map.of("settings", Map.of("P271", "perhaps")))
                .then()
                .statusCode(200);

        publish("model/GXP2160")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:fingerpost:problem:settings-refused"))
                .body("errors.p", hasItem("P271"));
    }

    @Test
    void aDeviceCanBeHeldBackUntilItIsPublished() {
        String mac = newMac();
        Map<String, Object> body =
                Map.of("model", "GXP2160", "settings", Map.of("P64", "CET", "P34", "geheim"));
        by(acme.apiKey())
                .body(body)
                .put("/api/v1/devices/" + mac + "?draft=true")
                .then()
                .statusCode(201)
                .body("heldBack", equalTo(true));
        by(acme.apiKey()).post("/api/v1/devices/" + mac + "/rearm").then().statusCode(409);
        phone(base(acme) + "/cfg" + mac).then().statusCode(404);

        by(acme.apiKey())
                .post("/api/v1/devices/" + mac + "/publish")
                .then()
                .statusCode(200)
                .body("heldBack", equalTo(false))
                .body("settings.P64", equalTo("CET"));
        assertThat(value(fileUntil(mac, "P64", "CET"), "P34")).contains("geheim");
        by(acme.apiKey()).post("/api/v1/devices/" + mac + "/publish").then().statusCode(404);
    }
}
