package org.fingerpost.door.doorway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.fingerpost.door.Answer;
import org.fingerpost.door.PhoneRequest;
import org.fingerpost.door.Seen;
import org.fingerpost.door.doorway.RawClient.Response;
import org.fingerpost.door.sightings.Kind;
import org.fingerpost.door.sightings.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of the connection: old phones, several requests, bodies that nobody wants. */
class ConnectionTest {
    private static final byte[] BODY = "P237=here&gnkey=0b82".getBytes(StandardCharsets.US_ASCII);

    private static Counter counter;

    @BeforeAll
    static void open() {
        counter = new Counter(ConnectionTest::answer);
    }

    @AfterAll
    static void close() {
        counter.close();
    }

    private static Answer answer(PhoneRequest request) {
        Seen seen = Seen.of(Kind.CFG_BINARY, Outcome.SERVED);
        return switch (request.path()) {
            case "/gs/known" -> new Answer.Bytes(seen, "application/octet-stream", BODY, "v1");
            case "/gs/busy" -> new Answer.NotNow(seen, Duration.ofSeconds(7));
            default -> new Answer.Nothing(seen.withOutcome(Outcome.NONE));
        };
    }

    @Test
    void anOldPhoneIsServedWithHttp10() {
        try (RawClient client = new RawClient(counter.port())) {
            client.send("GET /gs/known HTTP/1.0\r\n\r\n");
            Response response = client.receive(false);
            assertThat(response.body()).isEqualTo(BODY);
            assertThat(response.field("Content-Length")).contains("" + BODY.length);
            assertThat(response.field("Transfer-Encoding")).isEmpty();
            assertThat(client.rest()).isEmpty();
        }
        try (RawClient client = new RawClient(counter.port())) {
            for (int i = 0; i < 3; i++) {
                client.send("GET /gs/known HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
                Response response = client.receive(false);
                assertThat(response.body()).isEqualTo(BODY);
                assertThat(response.field("Connection")).contains("keep-alive");
            }
            client.send("GET /gs/nothing HTTP/1.0\r\n\r\n");
            assertThat(client.receive(false).status()).isEqualTo(404);
            assertThat(client.rest()).isEmpty();
        }
    }

    @Test
    void requestsOnOneConnectionAreAnsweredInOrder() {
        try (RawClient client = new RawClient(counter.port())) {
            client.send(
                    RawClient.request("GET", "/gs/known")
                            + RawClient.request("GET", "/gs/nothing")
                            + RawClient.request("GET", "/gs/busy"));
            assertThat(client.receive(false).status()).isEqualTo(200);
            assertThat(client.receive(false).status()).isEqualTo(404);
            assertThat(client.receive(false).status()).isEqualTo(503);
        }
    }

    @Test
    void aBodyIsNeverReadAndEndsTheConnection() {
        String chunked = "GET /gs/known HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
        String large = "x".repeat(600_000);
        for (String request :
                List.of(
                        RawClient.request("POST", "/gs/known", "Content-Length: 3") + "abc",
                        RawClient.request("GET", "/gs/known", "Content-Length: 3") + "abc",
                        RawClient.request("PUT", "/gs/known", "Content-Length: 600000") + large,
                        chunked + "3\r\nabc\r\n0\r\n\r\n",
                        // the body never comes
                        RawClient.request("GET", "/gs/known", "Content-Length: 3"))) {
            try (RawClient client = new RawClient(counter.port())) {
                client.send(request);
                Response response = client.receive(false);
                assertThat(response.status()).isEqualTo(request.startsWith("GET") ? 200 : 404);
                assertThat(response.field("Connection")).contains("close");
                assertThat(client.rest()).isEmpty();
            }
        }
    }
}
