package org.fingerpost.firmware;

import static org.fingerpost.firmware.Customer.ACME;
import static org.fingerpost.firmware.Customer.RIVAL;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/** What a provider chooses, and what its phones then find in its directory. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@QuarkusTestResource(RedirectTopic.class)
class OfferDayTest {
    private static final Customer OPERATOR = new Customer(0, "", Backends.OPERATOR_KEY);

    @Test
    void anOfferedReleaseAnswersTheBareNameAndCannotBeWithdrawn() {
        long first = ACME.drafts("1.9.1", "offered.bin", "one");
        long second = ACME.drafts("1.9.2", "offered.bin", "two");
        ACME.offers("GXP2160", wish(first)).then().statusCode(422);
        ACME.publishes(first);
        ACME.publishes(second);
        until("two", "offered.bin");

        ACME.offers("gxp-2160", wish(first))
                .then()
                .statusCode(200)
                .body("family", equalTo("GXP2160"), "version", equalTo("1.9.1"))
                .body("postfix", equalTo("_1.9.1"));

        until("one", "offered.bin");
        until("two", "offered.bin_1.9.2");
        until("two", "GXP2160/1.9.2/offered.bin");
        ACME.withdraws(first)
                .then()
                .statusCode(409)
                .body("type", containsString("release-offered"))
                .body("families", hasItem("GXP2160"));

        ACME.asks().delete("/api/v1/offers/GXP2160").then().statusCode(204);
        ACME.withdraws(first).then().statusCode(200).body("state", equalTo("withdrawn"));
        until("two", "offered.bin");
        Soon.until(() -> got("offered.bin_1.9.1").statusCode(), status -> status == 404);
        ACME.publishes(first).then().statusCode(409);
        ACME.offers("GXP2160", wish(first)).then().statusCode(422);
    }

    @Test
    void whatIsForOtherPhonesOrIsAnothersIsNotOffered() {
        long id = ACME.drafts("1.9.3", "mine.bin", "one");
        ACME.publishes(id);

        ACME.offers("HT802", wish(id))
                .then()
                .statusCode(422)
                .body("type", containsString("not-for-this-family"));
        ACME.offers("GXP21xx", wish(id)).then().statusCode(422);
        RIVAL.offers("GXP2160", wish(id)).then().statusCode(422);
        ACME.offers("GXP2160", "{\"release\":" + id + ",\"P238\":7}").then().statusCode(422);
        RIVAL.asks().get("/api/v1/offers").then().body("release", not(hasItem((int) id)));
    }

    @Test
    void anOfferByFolderHasNoAffixes() {
        long id = ACME.drafts("1.9.5", "folder.bin", "one");
        ACME.publishes(id);

        ACME.offers("GXP2160", "{\"release\":" + id + ",\"by\":\"folder\"}")
                .then()
                .statusCode(200)
                .body("folder", equalTo("GXP2160/1.9.5"))
                .body("prefix", equalTo(""), "postfix", equalTo(""));

        until("one", "GXP2160/1.9.5/folder.bin");
        ACME.asks().delete("/api/v1/offers/GXP2160").then().statusCode(204);
    }

    @Test
    void whoSubscribesGetsTheOperatorsReleases() {
        Response made = OPERATOR.uploads("DP750", "1.9.4", "dp750fw.bin", "the platform's");
        made.then().statusCode(201).body("providerId", equalTo(0));
        long id = made.jsonPath().getLong("id");
        ACME.publishes(id).then().statusCode(404);
        ACME.asks().get("/api/v1/releases/" + id).then().statusCode(404);
        OPERATOR.publishes(id).then().statusCode(200);
        ACME.asks().get("/api/v1/releases/" + id).then().statusCode(200);

        ACME.asks().put("/api/v1/subscriptions/DP750").then().statusCode(204);

        until("the platform's", "dp750fw.bin");
        RestAssured.get(RIVAL.address("dp750fw.bin")).then().statusCode(404);
        ACME.asks().get("/api/v1/subscriptions").then().body("$", hasItem("DP750"));
    }

    @Test
    void theOperatorTakesBackWhatAProviderOffers() {
        Response made = OPERATOR.uploads("WP820", "1.9.6", "wp820fw.bin", "faulty");
        long id = made.jsonPath().getLong("id");
        OPERATOR.publishes(id);
        ACME.offers("WP820", wish(id)).then().statusCode(200);
        String withdraw = "/api/v1/releases/" + id + "/withdraw";
        until("faulty", "wp820fw.bin");

        OPERATOR.asks().post(withdraw).then().statusCode(409);
        OPERATOR.asks().post(withdraw + "?offers=all").then().statusCode(422);
        ACME.asks().post(withdraw + "?offers=drop").then().statusCode(403);
        OPERATOR.asks().post(withdraw + "?offers=drop").then().statusCode(200);

        Soon.until(() -> got("wp820fw.bin").statusCode(), status -> status == 404);
        ACME.asks().get("/api/v1/offers").then().body("release", not(hasItem((int) id)));
    }

    @Test
    void aPhoneBookLiesBesideTheFirmware() {
        ACME.brings("phonebook.xml", "<AddressBook/>").then().statusCode(204);

        until("<AddressBook/>", "phonebook.xml");
        RestAssured.get("/p/" + ACME.pathKey() + "/phonebook.xml").then().statusCode(200);
        RestAssured.get(RIVAL.address("phonebook.xml")).then().statusCode(404);

        ACME.brings("phonebook.xml", "<AddressBook>2</AddressBook>").then().statusCode(204);
        until("<AddressBook>2</AddressBook>", "phonebook.xml");
        ACME.brings("cfg.xml", "x").then().statusCode(422);
        ACME.asks().get("/api/v1/companions").then().body("name", hasItem("phonebook.xml"));
    }

    private static String wish(long release) {
        return "{\"release\":" + release + "}";
    }

    private static void until(String content, String file) {
        Soon.until(() -> got(file).asString(), content::equals);
    }

    private static Response got(String file) {
        return RestAssured.get(ACME.address(file));
    }
}
