package org.fingerpost.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.fingerpost.gateway.names.Destination;
import org.fingerpost.gateway.names.Door;
import org.fingerpost.gateway.upstream.doors.Asked;
import org.fingerpost.gateway.upstream.doors.DoorsConfig;
import org.fingerpost.gateway.upstream.doors.HttpDoors;
import org.fingerpost.gateway.upstream.doors.Part;
import org.fingerpost.gateway.upstream.doors.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a web server that is none of ours. */
class HttpDoorsTest {
    private static final Part FIRST = new Part(0, 1_000, Optional.empty());

    private final Vertx vertx = Vertx.vertx();
    private OtherWebServer server;
    private HttpDoors doors;

    @BeforeEach
    void start() throws IOException {
        server = new OtherWebServer();
        doors = new HttpDoors(vertx, new Place(server.port()));
    }

    @AfterEach
    void stop() {
        doors.close();
        vertx.close();
        server.close();
    }

    @Test
    void aSmallFileComesWhole() throws Exception {
        assertThat(get("/whole", FIRST))
                .isInstanceOfSatisfying(
                        Reply.Whole.class,
                        whole -> {
                            assertThat(whole.tag()).isEqualTo("\"a\"");
                            assertThat(whole.bytes()).hasSize(500);
                        });
    }

    @Test
    void aWeakTagNamesNoBytes() throws Exception {
        assertThat(((Reply.Whole) get("/weak", FIRST)).tag()).isEmpty();
    }

    @Test
    void aLargeOneComesInPieces() throws Exception {
        assertThat(get("/some", FIRST))
                .isInstanceOfSatisfying(
                        Reply.Some.class,
                        some -> {
                            assertThat(some.tag()).isEqualTo("\"b\"");
                            assertThat(some.size()).isEqualTo(5_000);
                            assertThat(some.bytes()).hasSize(1_000);
                        });
    }

    @Test
    void theOtherAnswersAreTold() throws Exception {
        assertThat(get("/same", new Part(0, 10, Optional.of("\"a\""))))
                .isEqualTo(new Reply.Unchanged());
        assertThat(get("/none", FIRST)).isEqualTo(new Reply.Absent());
        assertThat(get("/moved", FIRST)).isEqualTo(new Reply.Elsewhere("http://elsewhere/x"));
        assertThat(get("/busy", FIRST)).isEqualTo(new Reply.Later());
        assertThat(get("/other", FIRST)).isEqualTo(new Reply.Later());
        assertThat(get("/empty", FIRST))
                .isInstanceOfSatisfying(
                        Reply.Whole.class, whole -> assertThat(whole.bytes()).isEmpty());
    }

    @Test
    void whatStandsBeforeADoorThatIsAwaySaysSo() throws Exception {
        assertThat(get("/unreachable", FIRST)).isEqualTo(new Reply.Away());
        assertThat(get("/unavailable", FIRST)).isEqualTo(new Reply.Away());
    }

    @Test
    void noMoreIsTakenThanThereIsRoomFor() throws Exception {
        assertThat(get("/huge", FIRST)).isEqualTo(new Reply.Away());
    }

    @Test
    void theStatusCountsHoweverTheRestOfTheAnswerComes() throws Exception {
        assertThat(get("/long-none", FIRST)).isEqualTo(new Reply.Absent());
        assertThat(get("/long-secret", FIRST)).isEqualTo(new Reply.Absent());
        assertThat(((Reply.Whole) get("/chunked", FIRST)).bytes()).hasSize(500);
        assertThat(get("/chunked-huge", FIRST)).isEqualTo(new Reply.Away());
    }

    @Test
    void aDoorThatDoesNotAnswerIsAway() throws Exception {
        server.close();
        assertThat(get("/whole", FIRST)).isEqualTo(new Reply.Away());
    }

    @Test
    void aDoorThatStopsInTheMiddleOfItsAnswerIsAway() throws Exception {
        assertThat(get("/stalled", FIRST)).isEqualTo(new Reply.Away());
        server.goOn();
        assertThat(get("/whole", FIRST)).isInstanceOf(Reply.Whole.class);
    }

    @Test
    void theDoorIsToldForWhomAndHowTheAnswerGoesOn() throws Exception {
        assertThat(((Reply.Whole) get("/asked", FIRST)).tag())
                .isEqualTo("bytes=0-999|Grandstream HT502|tftp|192.0.2.7");
    }

    private Reply get(String path, Part part) throws Exception {
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        Asked asked =
                new Asked(
                        new Destination.At(Door.CONFIG, path),
                        Optional.of("Grandstream HT502"),
                        "192.0.2.7");
        doors.get(asked, part, reply::complete);
        return reply.get(20, TimeUnit.SECONDS);
    }

    private record Place(int port) implements DoorsConfig {
        @Override
        public URI redirect() {
            return config();
        }

        @Override
        public URI config() {
            return URI.create("http://127.0.0.1:" + port);
        }

        @Override
        public URI firmware() {
            return config();
        }

        @Override
        public int connections() {
            return 4;
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(2);
        }
    }
}
