package org.fingerpost.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.redirect.Registry.by;
import static org.fingerpost.redirect.Registry.customer;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.fingerpost.redirect.Registry.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Contract;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A provider has keys for its programs, and each may do what it was made for. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ApiKeysTest {
    private Customer acme;
    private String keys;

    @BeforeEach
    void aProviderWithItsFirstKey() {
        acme = customer("Acme");
        keys = "/api/v1/providers/" + acme.id() + "/keys";
    }

    @Test
    void aKeyThatWasMadeSpeaksForItsProviderUntilItIsRevoked() {
        JsonPath made = made(acme.apiKey(), "panel").jsonPath();
        String second = made.getString("apiKey");
        by(second).get("/api/v1/providers/" + acme.id()).then().statusCode(200);

        by(acme.apiKey()).delete(keys + "/" + made.getString("id")).then().statusCode(204);

        Soon.until(() -> by(second).get("/api/v1/providers").statusCode(), status -> status == 401);
        by(acme.apiKey()).get(keys).then().statusCode(200).body("size()", equalTo(1));
        by(acme.apiKey()).delete(keys + "/" + made.getString("id")).then().statusCode(404);
    }

    @Test
    void theFirstKeyMakesOthersAndThoseMakeNoneUnlessTheyMay() {
        String plain = made(acme.apiKey(), "panel").path("apiKey");
        String reveals = made(acme.apiKey(), "desk", "reveal").path("apiKey");
        String second = made(acme.apiKey(), "chief", "keys").path("apiKey");

        for (String key : List.of(plain, reveals)) {
            make(key, "more", "reveal")
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("urn:fingerpost:problem:keys-permission-needed"));
            by(key).delete(keys + "/0000000000000000").then().statusCode(403);
        }
        make(second, "more", "reveal").then().statusCode(201);
        make(Backends.OPERATOR_KEY, "help", "reveal").then().statusCode(201);
    }

    @Test
    void aKeyIsShownOnceAndListedByNameAndPermissions() {
        Response made = made(acme.apiKey(), "desk", "reveal");
        String key = made.path("apiKey");

        Response listed = by(acme.apiKey()).get(keys);

        assertThat(listed.jsonPath().getList("name")).containsExactly("first", "desk");
        assertThat(listed.jsonPath().getList("permissions"))
                .containsExactly(List.of("keys"), List.of("reveal"));
        assertThat(listed.asString()).doesNotContain(key).contains(made.<String>path("id"));
    }

    @Test
    void everyServiceIsToldWhichKeyMayReveal() {
        String id = made(acme.apiKey(), "desk", "reveal").path("id");

        String state =
                Soon.until(() -> last("provider/" + acme.id()), told -> told.contains("reveal"));

        JsonPath told = new JsonPath(state);
        assertThat(told.getList("keyHashes")).hasSize(2);
        assertThat(told.getString("granted.find { it.permissions == ['reveal'] }.keyHash"))
                .startsWith(id);
        Contract.read("fingerpost.redirect.state").stream()
                .filter(record -> record.key().equals("provider/" + acme.id()))
                .forEach(Contract::holdsForState);
    }

    @Test
    void aProviderMakesAndSeesNoKeysOfAnother() {
        Customer rival = customer("Rival");

        make(rival.apiKey(), "mine", "reveal").then().statusCode(404);
        by(rival.apiKey()).get(keys).then().statusCode(404);
        by(rival.apiKey()).delete(keys + "/0000000000000000").then().statusCode(404);
        by(Backends.OPERATOR_KEY).get("/api/v1/providers/99999999/keys").then().statusCode(404);
    }

    @Test
    void aPermissionThatIsNoneIsRefusedAndNoKeyIsMade() {
        make(acme.apiKey(), "desk", "everything").then().statusCode(422);
        make(acme.apiKey(), " ", "reveal").then().statusCode(422);

        by(acme.apiKey()).get(keys).then().body("size()", equalTo(1));
    }

    @Test
    void whoMadeWhichKeyIsInTheAuditWithoutTheKey() {
        Response made = made(acme.apiKey(), "desk", "reveal");
        by(acme.apiKey()).delete(keys + "/" + made.path("id")).then().statusCode(204);

        JsonPath trail =
                Soon.until(
                        () -> by(acme.apiKey()).get("/api/v1/audit").jsonPath(),
                        seen -> seen.getList("$").size() >= 3);

        assertThat(trail.getList("action"))
                .containsExactly("provider-registered", "api-key-made", "api-key-revoked");
        assertThat(trail.getString("[1].after.id")).isEqualTo(made.path("id"));
        assertThat(trail.getList("[1].after.permissions")).containsExactly("reveal");
        assertThat(trail.prettify()).doesNotContain(made.<String>path("apiKey"));
    }

    private Response made(String by, String name, String... permissions) {
        Response made = make(by, name, permissions);
        made.then().statusCode(201);
        return made;
    }

    private Response make(String by, String name, String... permissions) {
        return by(by).body(Map.of("name", name, "permissions", permissions)).post(keys);
    }

    private static String last(String key) {
        return Contract.read("fingerpost.redirect.state").stream()
                .filter(record -> record.key().equals(key))
                .reduce((_, later) -> later)
                .map(record -> record.value())
                .orElse("");
    }
}
