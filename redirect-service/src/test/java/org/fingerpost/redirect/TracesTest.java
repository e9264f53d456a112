package org.fingerpost.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.redirect.Registry.by;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Contract;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/**
 * One trace from an operator's call over the outbox and Kafka to the replica, as a collector gets
 * it by OTLP.
 */
@QuarkusTest
@TestProfile(TracesTest.Traced.class)
@QuarkusTestResource(Backends.class)
@QuarkusTestResource(value = TracesTest.Collector.class, restrictToAnnotatedClass = true)
class TracesTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    /** Switched on as an installation would. */
    public static final class Traced implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.otel.sdk.disabled", "false",
                    "quarkus.otel.bsp.schedule.delay", "100ms",
                    "quarkus.otel.exporter.otlp.protocol", "http/protobuf");
        }
    }

    /** Keeps what it is sent, as it came: Protobuf has names as UTF-8 and ids as their bytes. */
    public static final class Collector implements QuarkusTestResourceLifecycleManager {
        static final Queue<String> RECEIVED = new ConcurrentLinkedQueue<>();
        private HttpServer server;

        @Override
        public Map<String, String> start() {
            try {
                server =
                        HttpServer.create(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.createContext(
                    "/v1/traces",
                    exchange -> {
                        byte[] sent = exchange.getRequestBody().readAllBytes();
                        RECEIVED.add(new String(sent, StandardCharsets.ISO_8859_1));
                        exchange.sendResponseHeaders(200, -1);
                        exchange.close();
                    });
            server.start();
            return Map.of(
                    "quarkus.otel.exporter.otlp.endpoint",
                    "http://127.0.0.1:" + server.getAddress().getPort());
        }

        @Override
        public void stop() {
            server.stop(0);
        }
    }

    @Test
    void theTraceOfACallGoesOnUntilTheReplicaHasTheChange() {
        by(Backends.OPERATOR_KEY)
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .body(
                        Map.of(
                                "companyName", "Traced",
                                "address", "1 Way",
                                "contactEmail", "t@example.com"))
                .post("/api/v1/providers")
                .then()
                .statusCode(201);

        List<ConsumerRecord<String, String>> told =
                Soon.until(
                        () -> Contract.read("fingerpost.redirect.state"),
                        all -> all.stream().anyMatch(TracesTest::isOfTheTrace));
        assertThat(told).anyMatch(TracesTest::isOfTheTrace);
        Soon.until(
                () -> String.join("\n", Collector.RECEIVED),
                sent -> spans(sent, "applied by a replica") && spans(sent, "ProviderResource."));
    }

    private static boolean isOfTheTrace(ConsumerRecord<String, String> record) {
        Header header = record.headers().lastHeader("traceparent");
        return header != null
                && new String(header.value(), StandardCharsets.US_ASCII)
                        .startsWith("00-" + TRACE + "-");
    }

    /** A span of this name, of the trace: its id stands less than a hundred bytes before. */
    private static boolean spans(String sent, String name) {
        String id = new String(HexFormat.of().parseHex(TRACE), StandardCharsets.ISO_8859_1);
        int at = sent.indexOf(name);
        while (at >= 0) {
            int before = sent.lastIndexOf(id, at);
            if (before >= 0 && at - before < 100) {
                return true;
            }
            at = sent.indexOf(name, at + 1);
        }
        return false;
    }
}
