package org.fingerpost.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.redirect.Registry.approve;
import static org.fingerpost.redirect.Registry.by;
import static org.fingerpost.redirect.Registry.customer;
import static org.fingerpost.redirect.Registry.phoneUntil;
import static org.fingerpost.redirect.Registry.range;
import static org.fingerpost.redirect.Registry.server;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.fingerpost.outbox.census.Census;
import org.fingerpost.redirect.Registry.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.MeasuredDoor;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/** What this service measures, as it says at its own address. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class MetricsTest extends MeasuredDoor {
    MetricsTest() {
        super("redirect");
    }

    @Inject AgroalDataSource database;

    @Inject @All List<Census> censuses;

    @Test
    void aPhonesRequestIsCountedForItsProvider() {
        Customer acme = customer("Acme");
        approve(range(acme, "000b82d70000", "000b82d700ff", prov(acme)));
        phoneUntil(200, "/gs/cfg000b82d70001");

        assertThat(metrics())
                .contains(
                        "fingerpost_door_provider_requests_total{door=\"redirect\","
                                + "kind=\"cfg-binary\",provider=\""
                                + acme.id()
                                + "\",status=\"200\"} ");
    }

    @Test
    void anOfferedTransferIsCounted() {
        Customer acme = customer("Acme");
        Customer other = customer("Other");
        long range = range(acme, "000b82d80000", "000b82d800ff", prov(acme));
        approve(range);
        Soon.until(MeasuredDoor::metrics, all -> all.contains("fingerpost_transfers{"));
        double before = value("fingerpost_transfers{state=\"offered\"}");

        by(acme.apiKey())
                .body(Map.of("rangeIds", List.of(range), "toProvider", other.id()))
                .post("/api/v1/transfers")
                .then()
                .statusCode(201);

        Soon.until(() -> value("fingerpost_transfers{state=\"offered\"}"), now -> now > before);
    }

    /** The question is put here, as the service waits five minutes before it puts it again. */
    @Test
    void aRangeThatFellSilentIsCountedAndOneThatIsHeardIsNot() throws SQLException {
        Customer acme = customer("Acme");
        approve(range(acme, "000b82d90000", "000b82d900ff", prov(acme)));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            long before = silent(statement);
            for (int phone = 0; phone < 9; phone++) {
                heard(statement, 0x000b82d90000L + phone, 30);
            }
            assertThat(silent(statement)).isEqualTo(before);
            heard(statement, 0x000b82d90009L, 30);
            assertThat(silent(statement)).isEqualTo(before + 1);
            heard(statement, 0x000b82d90020L, 1);
            assertThat(silent(statement)).isEqualTo(before);
        }
    }

    private long silent(Statement statement) throws SQLException {
        String question =
                censuses.stream()
                        .filter(census -> census.name().equals("fingerpost.ranges.silent"))
                        .findFirst()
                        .orElseThrow()
                        .sql();
        try (ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void heard(Statement statement, long mac, int hoursAgo) throws SQLException {
        String then = "now() - interval '" + hoursAgo + " hours'";
        statement.executeUpdate(
                "INSERT INTO arrival (mac, provider_id, first_contact, last_contact, outcome,"
                        + " model, version, stray) VALUES ("
                        + mac
                        + ", 1, "
                        + then
                        + ", "
                        + then
                        + ", 'redirected', '', '', false)");
    }

    private static long prov(Customer customer) {
        return server(customer, "http://prov.example/p", "http://fw.example/fw");
    }
}
