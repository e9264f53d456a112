package org.fingerpost.door.doorway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.fingerpost.door.Answer;
import org.fingerpost.door.Lane;
import org.fingerpost.door.PhoneRequest;
import org.fingerpost.door.Rate;
import org.fingerpost.door.Seen;
import org.fingerpost.door.doorway.RawClient.Response;
import org.fingerpost.door.sightings.Kind;
import org.fingerpost.door.sightings.Outcome;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several parts in one answer, and answers that share a lane. */
class LanesTest {
    /** More than the buffers between us and a client that does not read. */
    private static final int LARGE = 64 << 20;

    @TempDir private Path folder;
    private Lane lane = Lane.of(1, () -> Duration.ofSeconds(41));
    private int size = 1000;

    @Test
    void severalRangesComeInOneAnswerEachUnderItsHead() throws IOException {
        Files.write(folder.resolve("f"), "0123456789".repeat(100).getBytes(ISO_8859_1));
        try (Counter counter = new Counter(this::answer)) {
            Response response = RawClient.get(counter.port(), "/f", "Range: bytes=0-1, 5000-,-3");
            assertThat(response.status()).isEqualTo(206);
            assertThat(response.field("Content-Type"))
                    .contains("multipart/byteranges; boundary=fingerpost-d1");
            assertThat(new String(response.body(), ISO_8859_1))
                    .isEqualTo(
                            "\r\n"
                                    + "--fingerpost-d1\r\n"
                                    + "Content-Type: application/octet-stream\r\n"
                                    + "Content-Range: bytes 0-1/1000\r\n\r\n"
                                    + "01\r\n"
                                    + "--fingerpost-d1\r\n"
                                    + "Content-Type: application/octet-stream\r\n"
                                    + "Content-Range: bytes 997-999/1000\r\n\r\n"
                                    + "789\r\n"
                                    + "--fingerpost-d1--\r\n");
            assertThat(counter.lastSighting().bytes()).isEqualTo(response.body().length);
        }
    }

    /** A folder can be opened and not be read: its first part fails when the head is out. */
    @Test
    void aPartThatCannotBeReadEndsTheConnection() throws IOException {
        Path unreadable = Files.createDirectory(folder.resolve("f"));
        size = (int) Files.size(unreadable);
        try (Counter counter = new Counter(this::answer);
                RawClient client = new RawClient(counter.port())) {
            client.send(RawClient.request("GET", "/f", "Range: bytes=0-0,2-2"));
            assertThat(client.rest()).startsWith("HTTP/1.1 206");
        }
    }

    @Test
    void whoFindsNoPlaceIsPutOffUntilOneIsLeftEvenByAHangup() throws IOException {
        large();
        try (Counter counter = new Counter(this::answer)) {
            try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), counter.port())) {
                slow.getOutputStream().write("GET /f HTTP/1.1\r\nHost: x\r\n\r\n".getBytes());
                assertThat(slow.getInputStream().read()).isEqualTo('H');

                Response busy = RawClient.get(counter.port(), "/f");
                assertThat(busy.status()).isEqualTo(503);
                assertThat(busy.field("Retry-After")).contains("41");
                assertThat(counter.lastSighting().outcome()).isEqualTo(Outcome.BUSY);
                assertThat(RawClient.get(counter.port(), "/f", "If-None-Match: \"d1\"").status())
                        .as("what has no body needs no place")
                        .isEqualTo(304);
            }
            Soon.until(
                    () -> RawClient.get(counter.port(), "/f", "Range: bytes=0-9").status(),
                    status -> status == 206);
        }
    }

    @Test
    void aPacedLaneSendsTheSameBytesAndNoFasterThanItMay() throws IOException {
        size = 3 << 20;
        byte[] content = new byte[size];
        new Random(2).nextBytes(content);
        Files.write(folder.resolve("f"), content);
        lane = lane.inner(1, new Rate(2 << 20));
        try (Counter counter = new Counter(this::answer)) {
            long began = System.nanoTime();
            assertThat(RawClient.get(counter.port(), "/f").body()).isEqualTo(content);
            // Three mebibytes at two a second: the third goes when a second is over.
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isGreaterThan(Duration.ofMillis(900));
        }
    }

    private void large() throws IOException {
        size = LARGE;
        Files.write(folder.resolve("f"), new byte[size]);
    }

    private Answer answer(PhoneRequest request) {
        return new Answer.StoredFile(
                Seen.of(Kind.FIRMWARE, Outcome.SERVED),
                folder.resolve("f"),
                size,
                "d1",
                Instant.EPOCH,
                "",
                "",
                Optional.of(lane),
                Answer.NO_SEQUEL);
    }
}
