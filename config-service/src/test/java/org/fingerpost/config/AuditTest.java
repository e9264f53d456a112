package org.fingerpost.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fingerpost.config.Desk.SIP_PASSWORD;
import static org.fingerpost.config.Desk.admission;
import static org.fingerpost.config.Desk.by;
import static org.fingerpost.config.Desk.put;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.fingerpost.config.PlayedRedirect.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who decided what about phones and their files is written down, and stays so. */
@QuarkusTest
@QuarkusTestResource(PlayedRedirect.class)
@QuarkusTestResource(Backends.class)
class AuditTest {
    private static final String MAC = "000b82600001";

    @Inject DataSource dataSource;

    private final Customer acme = PlayedRedirect.customer();

    @Test
    void rearmingDeletingAndAdmissionAreReadWithBeforeAndAfterAndNoSecret() {
        put(acme, MAC, Map.of("P34", SIP_PASSWORD)).then().statusCode(201);
        by(acme.apiKey()).post("/api/v1/devices/" + MAC + "/rearm").then().statusCode(200);
        by(acme.apiKey()).delete("/api/v1/devices/" + MAC).then().statusCode(204);
        admission(acme, "open");

        JsonPath trail = trail(acme, 3);

        assertThat(trail.getList("action"))
                .containsExactly("device-rearmed", "device-deleted", "admission-changed");
        assertThat(trail.getList("who")).containsOnly("provider/" + acme.id());
        assertThat(trail.getString("[0].subject")).isEqualTo("device/" + acme.id() + "/" + MAC);
        assertThat(trail.getInt("[0].before.generation"))
                .isLessThan(trail.getInt("[0].after.generation"));
        assertThat(trail.getString("[1].before.model")).isEqualTo("GXP2160");
        assertThat(trail.getString("[1].after")).isNull();
        assertThat(trail.getString("[2].before.mode")).isEqualTo("window");
        assertThat(trail.getString("[2].after.mode")).isEqualTo("open");
        assertThat(trail.prettify()).doesNotContain(SIP_PASSWORD);
    }

    @Test
    void aProviderReadsOfItsOwnThingsAndTheOperatorOfAll() {
        Customer rival = PlayedRedirect.customer();
        admission(acme, "open");
        trail(acme, 1);

        by(rival.apiKey()).get("/api/v1/audit").then().body("size()", equalTo(0));
        by(Backends.OPERATOR_KEY)
                .get("/api/v1/audit?subject=admission/" + acme.id())
                .then()
                .body("size()", equalTo(1));
        admission(acme, "window");
    }

    @Test
    void whatIsRefusedLeavesNoEntry() {
        by(acme.apiKey()).post("/api/v1/devices/" + MAC + "/rearm").then().statusCode(404);
        by(acme.apiKey())
                .body(Map.of("mode", "ajar"))
                .put("/api/v1/admission")
                .then()
                .statusCode(422);
        admission(acme, "window");

        assertThat(trail(acme, 1).getList("action")).containsExactly("admission-changed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET who = 'nobody'",
                "DELETE FROM audit_entry",
                "TRUNCATE audit_entry"
            })
    void theDatabaseLetsNobodyChangeWhatIsWritten(String statement) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement change = connection.createStatement()) {
            assertThatThrownBy(() -> change.execute(statement))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("what was decided stays written");
        }
    }

    private static JsonPath trail(Customer customer, int entries) {
        return Soon.until(
                () -> by(customer.apiKey()).get("/api/v1/audit").jsonPath(),
                seen -> seen.getList("$").size() >= entries);
    }
}
