package org.fingerpost.door.doorway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.fingerpost.door.Answer;
import org.fingerpost.door.PhoneRequest;
import org.fingerpost.door.Seen;
import org.fingerpost.door.sightings.Kind;
import org.fingerpost.door.sightings.Outcome;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessLogTest {
    private static final String SECRET = "PLANTED-7f3a91";

    private final BlockingQueue<ExtLogRecord> lines = new LinkedBlockingQueue<>();
    private final Handler ear =
            new Handler() {
                @Override
                public void publish(LogRecord line) {
                    lines.add(ExtLogRecord.wrap(line));
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    @BeforeEach
    void listen() {
        Logger.getLogger(AccessLog.CATEGORY).addHandler(ear);
    }

    @AfterEach
    void stop() {
        Logger.getLogger(AccessLog.CATEGORY).removeHandler(ear);
    }

    @Test
    void aRequestIsOneLineWithoutAnythingSecret() throws InterruptedException {
        try (Counter door =
                new Counter(AccessLogTest::answer, List.of(), DoorMeters.none(), true)) {
            RawClient.get(
                    door.port(),
                    "/" + SECRET + "/cfg000b82123456.xml?token=" + SECRET,
                    "Authorization: Basic " + SECRET,
                    "User-Agent: phone " + SECRET);
        }
        ExtLogRecord line = lines.poll(20, TimeUnit.SECONDS);

        assertThat(lines).isEmpty();
        assertThat(line.getMessage())
                .matches(
                        "door=redirect kind=cfg-xml status=200 mac=000b82123456 provider=7 bytes=5"
                                + " ms=\\d+\\.\\d");
        Map<String, String> fields = line.getMdcCopy();
        assertThat(fields)
                .containsEntry("door", "redirect")
                .containsEntry("kind", "cfg-xml")
                .containsEntry("status", "200")
                .containsEntry("mac", "000b82123456")
                .containsEntry("provider", "7")
                .containsEntry("bytes", "5")
                .containsKey("ms");
        assertThat(line.getMessage() + fields).doesNotContain(SECRET);
    }

    @Test
    void whatIsNotKnownIsADash() throws InterruptedException {
        try (Counter door =
                new Counter(AccessLogTest::answer, List.of(), DoorMeters.none(), true)) {
            RawClient.get(door.port(), "/" + SECRET);
        }

        assertThat(lines.poll(20, TimeUnit.SECONDS).getMessage())
                .startsWith("door=redirect kind=other status=404 mac=- provider=- bytes=0 ms=");
    }

    @Test
    void switchedOffThereIsNoLine() {
        try (Counter door =
                new Counter(AccessLogTest::answer, List.of(), DoorMeters.none(), false)) {
            RawClient.get(door.port(), "/cfg000b82123456.xml");
            RawClient.get(door.port(), "/cfg000b82123456.xml");
        }

        assertThat(lines).isEmpty();
    }

    private static Answer answer(PhoneRequest request) {
        if (!request.path().endsWith("cfg000b82123456.xml")) {
            return new Answer.Nothing(Seen.of(Kind.OTHER, Outcome.NONE));
        }
        return new Answer.Bytes(
                Seen.of(Kind.CFG_XML, Outcome.SERVED).withMac("000b82123456").withProvider(7),
                "text/xml",
                "known".getBytes(StandardCharsets.US_ASCII),
                "v1");
    }
}
