package org.fingerpost.door.doorway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.fingerpost.door.Answer;
import org.fingerpost.door.PhoneRequest;
import org.fingerpost.door.Seen;
import org.fingerpost.door.doorway.RawClient.Response;
import org.fingerpost.door.sightings.Kind;
import org.fingerpost.door.sightings.Outcome;
import org.fingerpost.door.sightings.Proof;
import org.fingerpost.door.sightings.Sighting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorwayTest {
    private static final byte[] BODY = "P237=here&gnkey=0b82".getBytes(StandardCharsets.US_ASCII);
    private static final BlockingQueue<String> SENT = new LinkedBlockingQueue<>();

    private static Counter counter;

    @BeforeAll
    static void open() {
        counter = new Counter(DoorwayTest::answer);
    }

    @AfterAll
    static void close() {
        counter.close();
    }

    private static Answer answer(PhoneRequest request) {
        Seen seen =
                Seen.of(Kind.CFG_BINARY, Outcome.SERVED)
                        .withMac("000b82123456")
                        .withProvider(7)
                        .withModel("GXP2160", "1.0.11.39");
        return switch (request.path()) {
            case "/gs/known" ->
                    new Answer.Bytes(
                            seen, "application/octet-stream", BODY, "v1", () -> SENT.add("known"));
            case "/gs/plain" -> new Answer.Bytes(seen, "text/xml", BODY, "");
            case "/gs/kept" ->
                    new Answer.Bytes(seen, "text/xml", BODY, "v1", "max-age=60", () -> {});
            case "/gs/busy" ->
                    new Answer.NotNow(seen.withOutcome(Outcome.BUSY), Duration.ofSeconds(7));
            case "/gs/asking" -> new Answer.Challenge(seen.withOutcome(Outcome.REFUSED));
            case "/gs/token-s3cret/cfg000b82123456.xml" ->
                    throw new IllegalStateException("cannot read /gs/token-s3cret");
            case "/gs/moved" -> new Answer.Moved(seen, "http://prov.example/p/cfg000b82123456");
            case "/gs/splitting" -> new Answer.Moved(seen, "http://a.example/\r\nX: y");
            case "/gs/overflow" -> throw new StackOverflowError();
            case "/gs/badheader" -> new Answer.Bytes(seen, "text/xml\r\nX: y", BODY, "");
            case "/gs/badsequel" ->
                    new Answer.Bytes(
                            seen,
                            "text/xml",
                            BODY,
                            "",
                            () -> {
                                throw new IllegalStateException();
                            });
            default -> new Answer.Nothing(Seen.of(Kind.OTHER, Outcome.NONE));
        };
    }

    @Test
    void aPhoneIsAskedForItsLogin() {
        Response response = RawClient.get(counter.port(), "/gs/asking");

        assertThat(response.statusLine()).isEqualTo("HTTP/1.1 401 Unauthorized");
        assertThat(response.field("WWW-Authenticate")).contains("Basic realm=\"phones\"");
        assertThat(response.field("Content-Length")).contains("0");
        assertThat(response.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void whatIsElsewhereIsToldInOneHeaderAndNoBody(String method) {
        Response response = RawClient.ask(counter.port(), RawClient.request(method, "/gs/moved"));
        assertThat(response.statusLine()).isEqualTo("HTTP/1.1 302 Found");
        assertThat(response.field("Location")).contains("http://prov.example/p/cfg000b82123456");
        assertThat(response.field("Content-Length")).contains("0");
        assertThat(response.field("Cache-Control")).contains("no-store");
        assertThat(counter.lastSighting().status()).isEqualTo(302);
    }

    @Test
    void aLocationThatWouldSplitTheAnswerIsNeverSent() {
        assertThat(RawClient.get(counter.port(), "/gs/splitting").status()).isEqualTo(503);
    }

    @Test
    void operatorsPathsPassThrough() {
        assertThat(RawClient.get(counter.port(), "/api/echo?x=../").text())
                .isEqualTo("the operators' /api/echo");
    }

    @Test
    void aDocumentComesWithItsHeaders() {
        Response response = RawClient.get(counter.port(), "/gs/known?x=1");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(BODY);
        assertThat(response.lasting())
                .containsExactlyInAnyOrder(
                        "content-type: application/octet-stream",
                        "content-length: " + BODY.length,
                        "etag: \"v1\"",
                        "cache-control: no-store");
        Response kept = RawClient.get(counter.port(), "/gs/kept");
        assertThat(kept.field("Cache-Control")).contains("max-age=60");
        assertThat(RawClient.get(counter.port(), "/gs/plain").field("ETag")).isEmpty();
    }

    @Test
    void theSightingTellsWhatWasAskedAndAnswered() {
        RawClient.get(counter.port(), "/gs/known", "User-Agent: Grandstream GXP2160");
        assertThat(counter.lastSighting())
                .isEqualTo(
                        new Sighting(
                                Counter.NOON,
                                "redirect",
                                Kind.CFG_BINARY,
                                Outcome.SERVED,
                                "000b82123456",
                                7,
                                "",
                                "GXP2160",
                                "1.0.11.39",
                                "GET",
                                200,
                                BODY.length,
                                "Grandstream GXP2160",
                                "127.0.0.1",
                                false,
                                Proof.NONE,
                                0));
    }

    @Test
    void headHasTheHeadersOfGetAndNoBody() {
        for (String path : List.of("/gs/known", "/gs/plain", "/gs/busy", "/gs/nothing")) {
            Response get = RawClient.get(counter.port(), path);
            try (RawClient client = new RawClient(counter.port())) {
                client.send(RawClient.request("HEAD", path, "Connection: close"));
                Response head = client.receive(true);
                assertThat(head.statusLine()).isEqualTo(get.statusLine());
                assertThat(head.lasting()).isEqualTo(get.lasting());
                assertThat(client.rest()).isEmpty();
            }
            assertThat(counter.lastSighting().bytes()).isZero();
        }
    }

    @Test
    void whatFollowsRunsOnlyAfterAWholeBody() throws Exception {
        SENT.clear();
        RawClient.ask(counter.port(), RawClient.request("HEAD", "/gs/known"));
        RawClient.get(counter.port(), "/gs/known", "If-None-Match: \"v1\"");
        RawClient.get(counter.port(), "/gs/known");
        assertThat(SENT.poll(10, TimeUnit.SECONDS)).isEqualTo("known");
        // One event loop answers in order: had the others left anything, it would be here.
        RawClient.get(counter.port(), "/gs/nothing");
        assertThat(SENT).isEmpty();
        assertThat(RawClient.get(counter.port(), "/gs/badsequel").body()).isEqualTo(BODY);
    }

    @Test
    void aPhoneThatHasTheDocumentGets304() {
        for (String tags : List.of("\"v1\"", "W/\"v1\"", "\"v0\", \"v1\"", "*")) {
            Response response =
                    RawClient.get(counter.port(), "/gs/known", "If-None-Match: " + tags);
            assertThat(response.status()).isEqualTo(304);
            assertThat(response.lasting())
                    .containsExactlyInAnyOrder("etag: \"v1\"", "cache-control: no-store");
            assertThat(counter.lastSighting().outcome()).isEqualTo(Outcome.NOT_MODIFIED);
            assertThat(counter.lastSighting().bytes()).isZero();
        }
        for (String tags : List.of("\"v2\"", "v1", "", "\"v1")) {
            Response response =
                    RawClient.get(counter.port(), "/gs/known", "If-None-Match: " + tags);
            assertThat(response.status()).isEqualTo(200);
        }
    }

    @Test
    void busyMeansComeBackLater() {
        Response response = RawClient.get(counter.port(), "/gs/busy");
        assertThat(response.status()).isEqualTo(503);
        assertThat(response.lasting())
                .containsExactlyInAnyOrder("retry-after: 7", "content-length: 0");
    }

    @Test
    void aDoorThatFailsTellsThePhoneToComeBack() {
        String secret = "/gs/token-s3cret/cfg000b82123456.xml";
        for (String path : List.of(secret, "/gs/overflow", "/gs/badheader")) {
            Response response = RawClient.get(counter.port(), path);
            assertThat(response.status()).isEqualTo(503);
            assertThat(response.lasting())
                    .containsExactlyInAnyOrder("retry-after: 30", "content-length: 0");
        }
        RawClient.get(counter.port(), secret);
        assertThat(counter.lastSighting().kind()).isEqualTo(Kind.CFG_XML);
        assertThat(counter.lastSighting().outcome()).isEqualTo(Outcome.BUSY);
        assertThat(counter.lastSighting().status()).isEqualTo(503);
    }
}
