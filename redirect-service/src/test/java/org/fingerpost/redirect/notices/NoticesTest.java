package org.fingerpost.redirect.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fingerpost.redirect.Outside.by;
import static org.fingerpost.redirect.Outside.provider;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fingerpost.redirect.Outside.Customer;
import org.fingerpost.redirect.OutsideIsLoopback;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Contract;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What providers are told is kept, published, and theirs alone. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestProfile(OutsideIsLoopback.class)
class NoticesTest {
    private static final String GIVEN = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Inject Notices notices;
    @Inject AgroalDataSource dataSource;

    @Test
    void everyNoticeIsPublishedInOrderAsItsContractSays() {
        Customer acme = provider("Acme");
        List<String> told = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            told.add(tell(acme, i).eventId());
        }

        List<ConsumerRecord<String, String>> seen =
                Soon.until(() -> published(acme), records -> records.size() == 5);

        seen.forEach(Contract::holdsForNotice);
        assertThat(seen)
                .extracting(each ->
                        new String(
                                each.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8))
                .isEqualTo(told);
        assertThat(rowsOf("notice_unpublished")).isZero();
    }

    @Test
    void whatIsRolledBackWasNeverTold() {
        Customer acme = provider("Acme");

        assertThatThrownBy(() ->
                        QuarkusTransaction.requiringNew()
                                .run(() -> {
                                    notices.tell(acme.id(), "test", "a", Map.of());
                                    throw new IllegalStateException("no");
                                }))
                .hasMessage("no");

        assertThat(by(acme).get("/api/v1/notices").jsonPath().getList("$")).isEmpty();
    }

    @Test
    void nothingIsToldOutsideATransaction() {
        assertThatThrownBy(() -> notices.tell(1, "test", "a", Map.of()))
                .isInstanceOf(TransactionalException.class);
    }

    @Test
    void aNoticeIsNeverChanged() {
        Customer acme = provider("Acme");
        tell(acme, 1);

        assertThatThrownBy(() -> execute("UPDATE notice SET kind = 'other'"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> execute("DELETE FROM notice"))
                .hasMessageContaining("never changed");
    }

    @Test
    void aProviderReadsItsOwnHistoryInPages() {
        Customer acme = provider("Acme");
        Customer other = provider("Other");
        long first = tell(acme, 1).id();
        tell(other, 1);
        long second = tell(acme, 2).id();

        by(acme).get("/api/v1/notices?size=1")
                .then()
                .body("id", equalTo(List.of((int) first)))
                .body("[0].kind", equalTo("range-activated"))
                .body("[0].body.devices", equalTo(256))
                .body("[0].delivery", nullValue());
        by(acme).get("/api/v1/notices?after=" + first)
                .then()
                .body("id", equalTo(List.of((int) second)));
        by(other).get("/api/v1/notices/" + first).then().statusCode(404);
        by(other).post("/api/v1/notices/" + first + "/replay").then().statusCode(404);
        by(acme).get("/api/v1/notices?delivery=late").then().statusCode(422);
    }

    @Test
    void withoutAWebhookThereIsNothingToReplayToOrToTest() {
        Customer acme = provider("Acme");
        long notice = tell(acme, 1).id();

        by(acme).post("/api/v1/notices/" + notice + "/replay").then().statusCode(409);
        by(acme).post("/api/v1/webhook/test").then().statusCode(404);
        by(acme).get("/api/v1/webhook").then().statusCode(404);
    }

    @Test
    void aSecretThatIsMadeIsShownOnceAndOneThatIsGivenNever() {
        Customer acme = provider("Acme");
        String url = "http://127.0.0.1:9999/in";

        by(acme).body(Map.of("url", url))
                .put("/api/v1/webhook")
                .then()
                .statusCode(200)
                .body("secret", startsWith("whsec_"))
                .body("setAt", notNullValue());
        by(acme).get("/api/v1/webhook")
                .then()
                .body("url", equalTo(url))
                .body(not(containsString("whsec_")));
        by(acme).body(Map.of("url", url, "secret", GIVEN))
                .put("/api/v1/webhook")
                .then()
                .body("secret", nullValue());
        by(acme).delete("/api/v1/webhook").then().statusCode(204);
        by(acme).get("/api/v1/webhook").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest",
                "http://10.0.0.1/",
                "http://192.168.1.1:8080/",
                "https://[::1]/",
                "https://[fd00::1]/",
                "http://[::ffff:10.0.0.1]/",
                "http://[64:ff9b::a00:1]/",
                "http://0.0.0.0/",
                "http://100.64.0.1/",
                "http://127.0.0.1:25/"
            })
    void aWebhookInsideIsRefused(String url) {
        by(provider("Acme"))
                .body(Map.of("url", url))
                .put("/api/v1/webhook")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:fingerpost:problem:address-refused"))
                .body("field", equalTo("url"));
    }

    private Notice tell(Customer customer, int number) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        notices.tell(
                                customer.id(),
                                "range-activated",
                                "range/" + number,
                                Map.of("devices", 256)));
    }

    private static List<ConsumerRecord<String, String>> published(Customer customer) {
        return Contract.read("fingerpost.notices").stream()
                .filter(each -> each.key().equals(Long.toString(customer.id())))
                .toList();
    }

    private long rowsOf(String table) {
        return Soon.until(
                () -> {
                    try (Connection connection = dataSource.getConnection();
                            Statement statement = connection.createStatement();
                            ResultSet row =
                                    statement.executeQuery("SELECT count(*) FROM " + table)) {
                        row.next();
                        return row.getLong(1);
                    } catch (SQLException e) {
                        throw new AssertionError(e);
                    }
                },
                count -> count == 0);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
