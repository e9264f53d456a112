package org.fingerpost.redirect.notices.deliveries;

import static org.fingerpost.redirect.Outside.by;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.fingerpost.redirect.Outside.Customer;
import org.fingerpost.redirect.notices.Notice;
import org.fingerpost.redirect.notices.Notices;

/** What goes before a delivery: an empty queue, a webhook, a notice; and how the notice stands. */
final class Post {
    private final Notices notices;
    private final AgroalDataSource dataSource;

    Post(Notices notices, AgroalDataSource dataSource) {
        this.notices = notices;
        this.dataSource = dataSource;
    }

    /** What other tests left behind is not this one's. */
    void empty() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM webhook");
            statement.execute("DELETE FROM delivery");
        }
    }

    /** Sets the webhook; its secret. */
    static String webhook(Customer customer, Receiver receiver) {
        return by(customer)
                .body(Map.of("url", receiver.url()))
                .put("/api/v1/webhook")
                .then()
                .statusCode(200)
                .extract()
                .path("secret");
    }

    Notice tell(Customer customer, int number) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        notices.tell(
                                customer.id(),
                                "range-activated",
                                "range/" + number,
                                Map.of("devices", 256)));
    }

    static String state(Customer customer, Notice notice) {
        return by(customer).get("/api/v1/notices/" + notice.id()).path("delivery.state");
    }
}
