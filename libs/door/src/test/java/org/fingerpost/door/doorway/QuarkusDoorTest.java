package org.fingerpost.door.doorway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.fingerpost.door.Answer;
import org.fingerpost.door.PhoneDoor;
import org.fingerpost.door.PhoneRequest;
import org.fingerpost.door.Seen;
import org.fingerpost.door.doorway.RawClient.Response;
import org.fingerpost.door.sightings.Kind;
import org.fingerpost.door.sightings.Outcome;
import org.fingerpost.door.sightings.Sightings;
import org.fingerpost.testkit.TestKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The doorway in a real service, with all that Quarkus puts around it. */
@QuarkusTest
@QuarkusTestResource(QuarkusDoorTest.Backend.class)
class QuarkusDoorTest {
    @TestHTTPResource("/")
    URI service;

    @Inject Sightings sightings;

    @Singleton
    static class TestDoor implements PhoneDoor {
        @Override
        public Answer answer(PhoneRequest request) {
            return switch (request.path()) {
                case "/gs/known" ->
                        new Answer.Bytes(
                                Seen.of(Kind.CFG_BINARY, Outcome.SERVED).withMac("000b82123456"),
                                "application/octet-stream",
                                "known".getBytes(StandardCharsets.US_ASCII),
                                "v1");
                case "/gs/broken" -> throw new IllegalStateException("broken");
                default -> new Answer.Nothing(Seen.of(Kind.OTHER, Outcome.NONE));
            };
        }
    }

    /** Stands for the operators' side of a service. */
    @Path("/api/echo")
    public static class Echo {
        @GET
        public String get() {
            return "echo";
        }

        @POST
        public String post(String body) {
            return body;
        }
    }

    /** A resource in the wrong place is not reachable. */
    @Path("/gs/hidden")
    public static class Hidden {
        @GET
        public String get() {
            return "hidden";
        }
    }

    /** A broker and an empty folder. */
    public static class Backend implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            try {
                return Map.of(
                        "fingerpost.kafka.bootstrap-servers", TestKafka.bootstrapServers(),
                        "fingerpost.state-dir", Files.createTempDirectory("door-test").toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void stop() {
            // the broker is shared by the JVM
        }
    }

    private Response get(String path, String... fields) {
        return RawClient.get(service.getPort(), path, fields);
    }

    @ParameterizedTest
    @MethodSource("org.fingerpost.door.doorway.Nasty#paths")
    void whateverIsNobodysGetsTheSameBare404(String path) {
        Response response = get(path);
        assertThat(response.statusLine()).isEqualTo("HTTP/1.1 404 Not Found");
        assertThat(response.fields()).containsExactly("content-length: 0");
        String head = RawClient.request("HEAD", path);
        assertThat(RawClient.ask(service.getPort(), head).fields()).isEqualTo(response.fields());
    }

    @ParameterizedTest
    @MethodSource("org.fingerpost.door.doorway.Nasty#methods")
    void methodsOtherThanGetAndHeadGetTheSameBare404(String method) {
        String request = RawClient.request(method, "/gs/known");
        Response response = RawClient.ask(service.getPort(), request);
        assertThat(response.statusLine()).isEqualTo("HTTP/1.1 404 Not Found");
        assertThat(response.fields()).containsExactly("content-length: 0");
    }

    @ParameterizedTest
    @MethodSource("org.fingerpost.door.doorway.Nasty#lines")
    void whatIsHardlyHttpGetsNoBody(String bytes) {
        try (RawClient client = new RawClient(service.getPort())) {
            client.send(bytes);
            assertThat(client.head()).matches(Nasty.NO_BODY);
        }
    }

    @Test
    void resourcesOutsideTheOperatorsPathsAreNotThere() {
        assertThat(get("/gs/hidden").fields()).containsExactly("content-length: 0");
    }

    @Test
    void operatorsReachTheirResources() {
        assertThat(get("/api/echo").text()).isEqualTo("echo");
        String post =
                RawClient.request(
                        "POST", "/api/echo", "Content-Length: 5", "Content-Type: text/plain");
        assertThat(RawClient.ask(service.getPort(), post + "hello").text()).isEqualTo("hello");
        for (String malformed : new String[] {"/api/%zz", "/q/%", "/api/echo?x=%zz", "/api/a|b"}) {
            assertThat(get(malformed).status()).isEqualTo(400);
            assertThat(get(malformed).text()).contains("urn:fingerpost:problem:bad-request");
        }
        // Quarkus' own answers, which no phone sees
        assertThat(get("/api/nothing").fields()).isNotEqualTo(get("/nothing").fields());
    }

    @Test
    void phonesAreServedWhateverTheirHttp() {
        for (int i = 0; i < 3; i++) {
            assertThat(get("/gs/known").text()).isEqualTo("known");
        }
        try (RawClient client = new RawClient(service.getPort())) {
            client.send("GET /gs/known HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
            assertThat(client.receive(false).text()).isEqualTo("known");
            client.send("HEAD /gs/known HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
            assertThat(client.receive(true).field("Content-Length")).contains("5");
            client.send("GET /gs/known HTTP/1.0\r\n\r\n");
            assertThat(client.receive(false).text()).isEqualTo("known");
            assertThat(client.rest()).isEmpty();
        }
        assertThat(get("/gs/broken").lasting())
                .containsExactlyInAnyOrder("retry-after: 30", "content-length: 0");
    }

    @Test
    void aBodyIsAnsweredAndEndsTheConnection() {
        String body = "x".repeat(100_000);
        for (String method : new String[] {"POST", "GET"}) {
            try (RawClient client = new RawClient(service.getPort())) {
                client.send(RawClient.request(method, "/gs/x", "Content-Length: 100000") + body);
                Response response = client.receive(false);
                assertThat(response.status()).isEqualTo(404);
                assertThat(response.lasting()).containsExactly("content-length: 0");
                assertThat(client.rest()).isEmpty();
            }
        }
        // more than Quarkus would take from an operator
        String huge = RawClient.request("POST", "/gs/x", "Content-Length: 99999999999");
        assertThat(RawClient.ask(service.getPort(), huge).status()).isEqualTo(404);
    }

    @Test
    void sightingsReachKafka() throws Exception {
        get("/gs/known");
        while (sightings.depth().entries() > 0) {
            Thread.sleep(10);
        }
        assertThat(sightings.depth().dropped()).isZero();
    }
}
