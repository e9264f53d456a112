package org.fingerpost.config.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.fingerpost.config.PlayedRedirect;
import org.fingerpost.config.PlayedRedirect.Customer;

/** A provider that sends lists of devices, and somebody who works on them by hand. */
abstract class ListDesk {
    static final String HEADER = "mac,model,P47,P34\n";
    static final String PLANTED = "PLANTED-sip-p4ssword-51aa";

    private static final AtomicInteger BLOCK = new AtomicInteger(0x10);

    @Inject Chunks chunks;
    @Inject AgroalDataSource database;

    final Customer acme = PlayedRedirect.customer();
    private final String block = String.format("000b8%03x", 0x900 + BLOCK.getAndIncrement());

    void work() {
        int turns = 0;
        while (chunks.next()) {
            assertThat(turns++).isLessThan(200);
        }
    }

    void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    int count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    List<String> dump(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT t::text FROM " + table + " AS t")) {
            List<String> all = new ArrayList<>();
            while (row.next()) {
                all.add(row.getString(1));
            }
            return all;
        }
    }

    static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(UTF_8));
    }

    String mac(int n) {
        return String.format("%s%04x", block, n);
    }

    String row(int n) {
        return mac(n) + ",GXP2160,sip" + n + ".example,secret-" + n + "\n";
    }

    long sent(String rows) {
        return sent(HEADER, rows);
    }

    long sent(String header, String rows) {
        return sent((header + rows).getBytes(UTF_8));
    }

    long sent(byte[] list) {
        Response taken = csv(acme, list, "");
        taken.then().statusCode(202);
        return id(taken);
    }

    static long id(Response taken) {
        return taken.jsonPath().getLong("id");
    }

    static Response csv(Customer customer, byte[] list, String key) {
        RequestSpecification request = by(customer).contentType("text/csv").body(list);
        return (key.isEmpty() ? request : request.header("Idempotency-Key", key))
                .post("/api/v1/device-imports");
    }

    static RequestSpecification by(Customer customer) {
        return RestAssured.given().auth().oauth2(customer.apiKey());
    }

    static Response job(Customer customer, long id) {
        return by(customer).get("/api/v1/device-imports/" + id);
    }

    Response device(int n) {
        return by(acme).get("/api/v1/devices/" + mac(n));
    }

    Response verdicts(long id, String query) {
        return by(acme).get("/api/v1/device-imports/" + id + "/verdicts" + query);
    }

    String verdictsAsCsv(long id) {
        return by(acme).accept("text/csv")
                .get("/api/v1/device-imports/" + id + "/verdicts")
                .asString();
    }
}
