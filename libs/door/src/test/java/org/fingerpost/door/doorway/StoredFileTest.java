package org.fingerpost.door.doorway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.fingerpost.door.Answer;
import org.fingerpost.door.PhoneRequest;
import org.fingerpost.door.Seen;
import org.fingerpost.door.doorway.RawClient.Response;
import org.fingerpost.door.sightings.Kind;
import org.fingerpost.door.sightings.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredFileTest {
    private static final byte[] CONTENT = new byte[10_000];
    private static final Instant MODIFIED = Instant.parse("1994-11-06T08:49:37.5Z");
    private static final String DATE = "Sun, 06 Nov 1994 08:49:37 GMT";
    private static final BlockingQueue<String> SENT = new LinkedBlockingQueue<>();

    @TempDir private static Path folder;
    private static Counter counter;

    @BeforeAll
    static void open() throws Exception {
        new Random(1).nextBytes(CONTENT);
        Files.write(folder.resolve("gxp2160fw.bin"), CONTENT);
        Files.write(folder.resolve("empty.bin"), new byte[0]);
        counter = new Counter(StoredFileTest::answer);
    }

    @AfterAll
    static void close() {
        counter.close();
    }

    private static Answer answer(PhoneRequest request) {
        String name = request.path().substring("/fw/".length());
        long size = name.equals("empty.bin") ? 0 : CONTENT.length;
        return new Answer.StoredFile(
                Seen.of(Kind.FIRMWARE, Outcome.SERVED).withFile(name),
                folder.resolve(name),
                size,
                "d1",
                MODIFIED,
                () -> SENT.add(name));
    }

    private static Response get(String... fields) {
        return RawClient.get(counter.port(), "/fw/gxp2160fw.bin", fields);
    }

    @Test
    void theWholeFileComesWithItsValidators() throws Exception {
        SENT.clear();
        Response response = get();
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(CONTENT);
        assertThat(response.lasting())
                .containsExactlyInAnyOrder(
                        "content-type: application/octet-stream",
                        "content-length: 10000",
                        "etag: \"d1\"",
                        "last-modified: " + DATE.toLowerCase(java.util.Locale.ROOT),
                        "accept-ranges: bytes");
        assertThat(SENT.poll(10, TimeUnit.SECONDS)).isEqualTo("gxp2160fw.bin");
        assertThat(counter.lastSighting().file()).isEqualTo("gxp2160fw.bin");
    }

    @Test
    void headTellsTheSameAndSendsNothing() {
        String head = RawClient.request("HEAD", "/fw/gxp2160fw.bin", "Range: bytes=0-1");
        assertThat(RawClient.ask(counter.port(), head).fields()).isEqualTo(get().fields());
        assertThat(counter.sightings().get(counter.sightings().size() - 2).bytes()).isZero();
    }

    /** The examples of RFC 9110, section 14.1.2, and their edges, for 10000 bytes. */
    @ParameterizedTest
    @CsvSource({
        "0-499, 0, 499",
        "500-999, 500, 999",
        "-500, 9500, 9999",
        "9500-, 9500, 9999",
        "0-0, 0, 0",
        "-1, 9999, 9999",
        "0-, 0, 9999",
        "-10000, 0, 9999",
        "-99999999999999999999999, 0, 9999",
        "9999-99999999999999999999999, 9999, 9999",
        "0000000000000000000000007-8, 7, 8",
    })
    void oneRangeGetsThatPart(String range, int first, int last) {
        Response response = get("Range: bytes=" + range);
        assertThat(response.status()).isEqualTo(206);
        assertThat(response.body()).isEqualTo(Arrays.copyOfRange(CONTENT, first, last + 1));
        assertThat(response.field("Content-Range"))
                .contains("bytes " + first + "-" + last + "/10000");
        assertThat(counter.lastSighting().bytes()).isEqualTo(last - first + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10000-", "10000-10001", "99999999999999999999-", "-0"})
    void aRangeOutsideTheFileIsRefusedWithItsSize(String range) {
        Response response = get("Range: bytes=" + range);
        assertThat(response.status()).isEqualTo(416);
        assertThat(response.body()).isEmpty();
        assertThat(response.field("Content-Range")).contains("bytes */10000");
        assertThat(response.field("Content-Length")).contains("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=0-9000,1-9000",
                "bytes=0-,-1",
                "bytes=0-1,x",
                "bytes=0-0,1-1,2-2,3-3,4-4,5-5,6-6,7-7,8-8,9-9,10-10,11-11,12-12,13-13,14-14,"
                        + "15-15,16-16",
                "bytes=2-1",
                "bytes=-",
                "bytes=a-b",
                "bytes=1",
                "bytes 0-1",
                "seconds=0-1",
                "bytes=0x1-2",
                "bytes=+1-2",
                "bytes=--1",
                "",
                "bytes="
            })
    void tooMuchAndNonsenseGetTheWholeFile(String range) {
        Response response = get("Range: " + range);
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(CONTENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"d1\"|206",
                DATE + "|206",
                "W/\"d1\"|200",
                "\"d2\"|200",
                "d1|200",
                "Sun, 06 Nov 1994 08:49:38 GMT|200",
                "Sun, 06 Nov 1994 08:49:36 GMT|200",
            })
    void ifRangeKeepsTheRangeOnlyForTheSameBytes(String validator, int status) {
        Response response = get("Range: bytes=5-9", "If-Range: " + validator);
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.body().length).isEqualTo(status == 206 ? 5 : CONTENT.length);
    }

    @Test
    void aStaleIfRangeTurnsAnImpossibleRangeIntoTheWholeFile() {
        assertThat(get("Range: bytes=20000-", "If-Range: \"d2\"").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "If-None-Match: \"d1\"|304",
                "If-None-Match: *|304",
                "If-None-Match: \"d2\"|200",
                "If-Modified-Since: " + DATE + "|304",
                "If-Modified-Since: Mon, 07 Nov 1994 08:49:37 GMT|200",
                "If-Modified-Since: Sun, 06 Nov 1994 08:49:36 GMT|200",
                "If-Modified-Since: yesterday|200",
            })
    void aPhoneThatHasTheFileGets304(String condition, int status) {
        assertThat(get(condition).status()).isEqualTo(status);
        assertThat(get(condition, "Range: bytes=0-1").status())
                .isEqualTo(status == 304 ? 304 : 206);
    }

    @Test
    void theEntityTagGoesBeforeTheDate() {
        Response response = get("If-None-Match: \"d2\"", "If-Modified-Since: " + DATE);
        assertThat(response.status()).isEqualTo(200);
    }

    @Test
    void aPartIsNotTheWholeFile() {
        SENT.clear();
        get("Range: bytes=0-9999");
        get("If-None-Match: *");
        RawClient.ask(counter.port(), RawClient.request("HEAD", "/fw/gxp2160fw.bin"));
        // The event loop answers in order: had one of them left anything, it would be here.
        RawClient.get(counter.port(), "/fw/vanished.bin");
        assertThat(SENT).isEmpty();
    }

    @Test
    void aFileThatVanishedOrShrankMeansComeBackLater() throws Exception {
        Files.write(folder.resolve("torn.bin"), new byte[9_999]);
        for (String name : new String[] {"vanished.bin", "torn.bin"}) {
            Response response = RawClient.get(counter.port(), "/fw/" + name);
            assertThat(response.status()).isEqualTo(503);
            assertThat(response.lasting())
                    .containsExactlyInAnyOrder("retry-after: 30", "content-length: 0");
            assertThat(counter.lastSighting().outcome()).isEqualTo(Outcome.BUSY);
        }
    }

    @Test
    void anEmptyFileIsAFileToo() {
        Response response = RawClient.get(counter.port(), "/fw/empty.bin");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.field("Content-Length")).contains("0");
        assertThat(RawClient.get(counter.port(), "/fw/empty.bin", "Range: bytes=0-").status())
                .isEqualTo(416);
        assertThat(RawClient.get(counter.port(), "/fw/empty.bin", "Range: bytes=-5").status())
                .isEqualTo(200);
    }

    @Test
    void anOldPhoneGetsTheFileWithHttp10() {
        try (RawClient client = new RawClient(counter.port())) {
            client.send("GET /fw/gxp2160fw.bin HTTP/1.0\r\n\r\n");
            Response response = client.receive(false);
            assertThat(response.field("Transfer-Encoding")).isEmpty();
            assertThat(response.body()).isEqualTo(CONTENT);
            assertThat(client.rest()).isEmpty();
        }
    }
}
