package org.fingerpost.config;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.fingerpost.config.PlayedRedirect.Customer;

/** The counts of failed claims as they lie in the database. */
record ClaimCounts(DataSource database) {

    long rows(Customer customer) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement count =
                        connection.prepareStatement(
                                "SELECT count(*) FROM claim_count WHERE provider_id = ?")) {
            count.setLong(1, customer.id());
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** As if there had been so many. */
    void set(Customer customer, String kind, int failures) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement set =
                        connection.prepareStatement(
                                "UPDATE claim_count SET failures = ? WHERE kind = ? AND provider_id"
                                        + " = ?")) {
            set.setInt(1, failures);
            set.setString(2, kind);
            set.setLong(3, customer.id());
            set.executeUpdate();
        }
    }

    void anHourPasses() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement shift = connection.createStatement()) {
            shift.executeUpdate("UPDATE claim_count SET began_at = began_at - interval '1 hour'");
        }
    }
}
