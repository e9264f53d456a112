package org.fingerpost.door.doorway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.Test;

/** A service whose log is for programs, with the line of each request, as the handler writes it. */
@QuarkusTest
@TestProfile(JsonAccessLogTest.ForPrograms.class)
@QuarkusTestResource(QuarkusDoorTest.Backend.class)
class JsonAccessLogTest {
    private static final String SECRET = "PLANTED-91c27f";

    @TestHTTPResource("/")
    URI service;

    /** Both switches. */
    public static final class ForPrograms implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "fingerpost.door.access-log", "true",
                    "quarkus.log.console.json.enabled", "true");
        }
    }

    @Test
    void aRequestIsOneLineOfJsonWithoutAnythingSecret() throws Exception {
        BlockingQueue<LogRecord> records = new LinkedBlockingQueue<>();
        Logger logger = Logger.getLogger(AccessLog.CATEGORY);
        Formatter formatter = formatterOf(logger);
        Handler ear = ear(records);
        logger.addHandler(ear);
        try {
            RawClient.get(
                    service.getPort(),
                    "/gs/known?key=" + SECRET,
                    "Authorization: Bearer " + SECRET,
                    "User-Agent: " + SECRET,
                    "Cookie: " + SECRET);
            // The line comes after the answer.
            holdsNothingSecret(formatter.format(records.poll(20, TimeUnit.SECONDS)));
        } finally {
            logger.removeHandler(ear);
        }
    }

    private static void holdsNothingSecret(String line) throws IOException {
        assertThat(line).endsWith("\n").doesNotContain(SECRET);
        assertThat(line.strip()).doesNotContain("\n");
        JsonNode told = new ObjectMapper().readTree(line);
        assertThat(told.path("loggerName").asText()).isEqualTo(AccessLog.CATEGORY);
        assertThat(told.at("/mdc/kind").asText()).isEqualTo("cfg-binary");
        assertThat(told.at("/mdc/status").asText()).isEqualTo("200");
        assertThat(told.at("/mdc/mac").asText()).isEqualTo("000b82123456");
        assertThat(told.at("/mdc/bytes").asText()).isEqualTo("5");
        assertThat(told.path("message").asText()).contains("mac=000b82123456", "status=200");
    }

    /** The handler that the settings gave to this category stands behind a queue. */
    private static Formatter formatterOf(Logger logger) {
        return Arrays.stream(logger.getHandlers())
                .flatMap(queue -> Arrays.stream(((ExtHandler) queue).getHandlers()))
                .map(Handler::getFormatter)
                .findFirst()
                .orElseThrow();
    }

    private static Handler ear(BlockingQueue<LogRecord> records) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                records.add(line);
            }

            @Override
            public void flush() {
                // Nothing is kept back.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
