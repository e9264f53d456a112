package org.fingerpost.cli.storm.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.fingerpost.cli.address.Address;
import org.fingerpost.cli.loopback.CfgFiles;
import org.fingerpost.cli.storm.arrivals.Arrivals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A storm over real connections, against doors that say what the test wants. */
class LoadTest {
    private static final int PHONES = 60;
    private static final int SIZE = 100;

    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final Set<InetAddress> sources = ConcurrentHashMap.newKeySet();
    private final Set<InetSocketAddress> lines = ConcurrentHashMap.newKeySet();
    private HttpServer server;
    private int putOffs;
    private int configStatus = 200;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        sources.add(exchange.getRemoteAddress().getAddress());
        lines.add(exchange.getRemoteAddress());
        int times = asked.computeIfAbsent(path, _ -> new AtomicInteger()).incrementAndGet();
        String here = "127.0.0.1:" + server.getAddress().getPort();
        try (exchange) {
            if (times <= putOffs) {
                exchange.getResponseHeaders().set("Retry-After", "1");
                exchange.sendResponseHeaders(503, -1);
            } else if (path.startsWith("/gs/")) {
                send(
                        exchange,
                        200,
                        file(
                                path,
                                "P212=1",
                                "P237=" + here + "/p/key",
                                "P192=" + here + "/fw/key"));
            } else if (path.startsWith("/p/key/")) {
                send(exchange, configStatus, file(path, "P47=sip.example"));
            } else {
                send(exchange, 200, new byte[SIZE]);
            }
        }
    }

    private static byte[] file(String path, String... pairs) {
        byte[] file = CfgFiles.binary(pairs);
        String mac = path.substring(path.length() - 12);
        byte[] bytes = HexFormat.of().parseHex(mac);
        System.arraycopy(bytes, 0, file, 6, 6);
        return CfgFiles.summed(file);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private Tally play(int phones, int sockets) throws InterruptedException {
        Tally tally = new Tally();
        Fleet fleet =
                new Fleet(
                        0x024650_000000L,
                        phones,
                        Address.ofUrl("http://127.0.0.1:" + server.getAddress().getPort() + "/gs"),
                        "sip.example",
                        SIZE);
        try (Load load = new Load()) {
            assertThat(
                            load.play(
                                    fleet,
                                    Arrivals.EVEN.of(phones, Duration.ofMillis(300), 1),
                                    1,
                                    new Load.Terms(
                                            sockets, Duration.ofMinutes(5), Optional.empty()),
                                    _ -> {},
                                    tally))
                    .isTrue();
        }
        return tally;
    }

    @Test
    void everyPhoneHasItsDayByOneLineFromAnAddressOfItsOwn() throws Exception {
        Tally tally = play(PHONES, PHONES);
        assertThat(tally.failures()).isEmpty();
        assertThat(tally.arrivals()).isEqualTo(PHONES);
        assertThat(tally.answered()).isEqualTo(PHONES);
        assertThat(tally.requestsAnswered()).isEqualTo(3L * PHONES);
        assertThat(sources).hasSize(PHONES);
        assertThat(lines).hasSize(PHONES);
        assertThat(tally.percentile(50)).isPositive();
    }

    @Test
    void whoIsToldToComeBackDoesAndIsAnswered() throws Exception {
        putOffs = 1;
        Tally tally = play(5, 5);
        assertThat(tally.answered()).isEqualTo(5);
        assertThat(tally.putOffAt(Stop.REDIRECT)).isEqualTo(5);
        assertThat(tally.putOffAt(Stop.CONFIG)).isEqualTo(5);
        // The firmware is one file for all.
        assertThat(tally.putOffAt(Stop.FIRMWARE)).isEqualTo(1);
        assertThat(asked.get("/gs/cfg024650000000")).hasValue(2);
    }

    @Test
    void phonesWithoutASocketWaitForOne() throws Exception {
        assertThat(play(PHONES, 2).answered()).isEqualTo(PHONES);
    }

    @Test
    void aFileThatIsMissingFailsThePhoneWithAReason() throws Exception {
        configStatus = 404;
        Tally tally = play(PHONES, PHONES);
        assertThat(tally.failed()).isEqualTo(PHONES);
        assertThat(tally.answered()).isZero();
        assertThat(tally.failures()).containsOnly(Map.entry("config: status 404", (long) PHONES));
    }
}
