package org.fingerpost.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fingerpost.redirect.Registry.approve;
import static org.fingerpost.redirect.Registry.by;
import static org.fingerpost.redirect.Registry.customer;
import static org.fingerpost.redirect.Registry.range;
import static org.fingerpost.redirect.Registry.register;
import static org.fingerpost.redirect.Registry.server;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fingerpost.redirect.Registry.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each decision is written down, for those whom it concerns, and stays written. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class AuditTest {
    @Inject DataSource dataSource;

    @Test
    void whoDecidedWhatIsReadWithBeforeAndAfter() {
        Customer acme = customer("Acme");
        long range =
                range(
                        acme,
                        "000b82e00000",
                        "000b82e000ff",
                        server(acme, "http://a.example/p", "http://a.example/f"));
        approve(range);
        by(acme.apiKey()).delete("/api/v1/ranges/" + range).then().statusCode(204);

        JsonPath trail = trail(acme, "?subject=range/" + range, 3);

        assertThat(trail.getList("action"))
                .containsExactly("range-registered", "range-approved", "range-released");
        assertThat(trail.getList("who"))
                .containsExactly("provider/" + acme.id(), "operator", "provider/" + acme.id());
        assertThat(trail.getString("[0].before")).isNull();
        assertThat(trail.getString("[1].before.state")).isEqualTo("pending");
        assertThat(trail.getString("[1].after.state")).isEqualTo("active");
        assertThat(trail.getString("[2].after")).isNull();
    }

    @Test
    void aProviderReadsOfItsOwnThingsOnlyAndNoKeyIsAmongThem() {
        Customer acme = customer("Acme");
        Customer rival = customer("Rival");
        server(acme, "http://a.example/p", "http://a.example/f");
        server(rival, "http://r.example/p", "http://r.example/f");

        String seen = trail(acme, "", 2).prettify();

        assertThat(seen)
                .contains("provider/" + acme.id(), "target-server-registered")
                .doesNotContain("r.example")
                .doesNotContain(acme.apiKey());
        by(acme.apiKey())
                .get("/api/v1/audit?subject=provider/" + rival.id())
                .then()
                .statusCode(200)
                .body("size()", equalTo(0));
    }

    @Test
    void pagesAndTheExportTellTheSameInTheSameOrder() {
        Customer acme = customer("Acme");
        for (int i = 0; i < 4; i++) {
            server(acme, "http://a" + i + ".example/p", "http://a.example/f");
        }
        List<String> all = trail(acme, "", 5).getList("id");

        List<String> behind =
                by(acme.apiKey())
                        .get("/api/v1/audit?size=2&after=" + all.get(1))
                        .jsonPath()
                        .getList("id");
        String export =
                by(acme.apiKey())
                        .accept("application/x-ndjson")
                        .get("/api/v1/audit")
                        .then()
                        .contentType("application/x-ndjson")
                        .extract()
                        .asString();

        assertThat(behind).isEqualTo(all.subList(2, 4));
        assertThat(export.lines().map(line -> new JsonPath(line).getString("id")))
                .containsExactlyElementsOf(all);
        by(acme.apiKey()).get("/api/v1/audit?after=yesterday").then().statusCode(422);
    }

    @Test
    void whatIsRefusedLeavesNoEntry() {
        Customer acme = customer("Acme");
        long server = server(acme, "http://a.example/p", "http://a.example/f");
        register(acme, "000b82e10000", "000b82e1ffff", server + 1000).then().statusCode(422);
        by(acme.apiKey())
                .body(Map.of("name", "x", "configUrl", "gopher://x", "firmwareUrl", "http://x"))
                .post("/api/v1/target-servers")
                .then()
                .statusCode(422);
        server(acme, "http://b.example/p", "http://b.example/f");

        assertThat(trail(acme, "", 3).getList("action"))
                .containsExactly(
                        "provider-registered",
                        "target-server-registered",
                        "target-server-registered");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET who = 'nobody'",
                "DELETE FROM audit_entry",
                "TRUNCATE audit_entry"
            })
    void theDatabaseLetsNobodyChangeWhatIsWritten(String statement) throws SQLException {
        customer("Acme");
        try (Connection connection = dataSource.getConnection();
                Statement change = connection.createStatement()) {
            assertThatThrownBy(() -> change.execute(statement))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("what was decided stays written");
        }
    }

    private static JsonPath trail(Customer customer, String query, int entries) {
        return Soon.until(
                () -> by(customer.apiKey()).get("/api/v1/audit" + query).jsonPath(),
                seen -> seen.getList("$").size() >= entries);
    }
}
