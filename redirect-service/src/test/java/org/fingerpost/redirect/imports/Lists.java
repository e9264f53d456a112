package org.fingerpost.redirect.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.redirect.Outside.by;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.atomic.AtomicInteger;
import org.fingerpost.redirect.Outside.Customer;

/** Lists in addresses of a block of their own: written, sent, worked on. */
final class Lists {
    static final String HEADER = "first,last,targetServerId,company\n";

    private static final AtomicInteger BLOCK = new AtomicInteger(0x10);

    private final String block = String.format("144cff%02x", BLOCK.getAndIncrement());
    private final Customer customer;
    private final Chunks chunks;

    Lists(Customer customer, Chunks chunks) {
        this.customer = customer;
        this.chunks = chunks;
    }

    /** The first digits of all addresses in these lists. */
    String block() {
        return block;
    }

    String mac(int end) {
        return String.format("%s%04x", block, end);
    }

    String row(int first, int last, long to) {
        return mac(first) + "," + mac(last) + "," + to + ",\n";
    }

    /** Sends it and takes its id. */
    long sent(String rows) {
        Response taken = csv(customer, HEADER + rows, "");
        taken.then().statusCode(202);
        return taken.jsonPath().getLong("id");
    }

    static Response csv(Customer customer, String list, String key) {
        RequestSpecification request =
                RestAssured.given()
                        .auth()
                        .oauth2(customer.apiKey())
                        .contentType("text/csv; charset=UTF-8")
                        .body(list.getBytes(UTF_8));
        return (key.isEmpty() ? request : request.header("Idempotency-Key", key))
                .post("/api/v1/range-imports");
    }

    static Response job(Customer customer, long id) {
        return by(customer).get("/api/v1/range-imports/" + id);
    }

    /** Until no chunk waits. */
    void work() {
        int chunk = 0;
        while (chunks.next()) {
            assertThat(chunk++).isLessThan(100);
        }
    }
}
