package org.fingerpost.cli.loopback;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.fingerpost.cli.address.Address;
import org.fingerpost.cli.address.Scheme;

/** An HTTP server that behaves: files by path, 404 for the rest, Content-Length always. */
public final class Loopback implements AutoCloseable {
    private record Given(int status, Map<String, String> headers, byte[] body) {}

    private final HttpServer server;
    private final boolean secure;
    private final Map<String, Given> files = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> posted = new CopyOnWriteArrayList<>();
    private final List<String> userAgents = new CopyOnWriteArrayList<>();

    private Loopback(HttpServer server, boolean secure) {
        this.server = server;
        this.secure = secure;
        server.createContext("/", this::answer);
        server.start();
    }

    public static Loopback start() {
        try {
            return new Loopback(HttpServer.create(anyPort(), 0), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Loopback startSecure(SSLContext context) {
        try {
            var server = HttpsServer.create(anyPort(), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context));
            return new Loopback(server, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Loopback serving(String path, byte[] file) {
        return answering(path, 200, Map.of(), file);
    }

    public Loopback answering(String path, int status) {
        return answering(path, status, Map.of(), new byte[0]);
    }

    public Loopback answering(String path, int status, Map<String, String> headers, byte[] body) {
        files.put(path, new Given(status, headers, body));
        return this;
    }

    /** As P237 would name it. */
    public String hostAndPath(String path) {
        return "127.0.0.1:" + server.getAddress().getPort() + path;
    }

    public Address address(String path) {
        return Address.ofPath(secure ? Scheme.HTTPS : Scheme.HTTP, hostAndPath(path));
    }

    /** Paths in the order they were asked for. */
    public List<String> asked() {
        return asked;
    }

    /** The bodies of POSTs in the order they came. */
    public List<String> posted() {
        return posted;
    }

    public List<String> userAgents() {
        return userAgents;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            asked.add(path);
            if (exchange.getRequestMethod().equals("POST")) {
                posted.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            }
            userAgents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
            var given = files.getOrDefault(path, new Given(404, Map.of(), new byte[0]));
            given = unlessAuthorized(given, exchange);
            given.headers().forEach(exchange.getResponseHeaders()::set);
            var empty = given.body().length == 0;
            exchange.sendResponseHeaders(given.status(), empty ? -1 : given.body().length);
            if (!empty) {
                exchange.getResponseBody().write(given.body());
            }
        }
    }

    /** A file given with the header X-Needs is withheld unless Authorization is just that. */
    private static Given unlessAuthorized(Given given, HttpExchange exchange) {
        var needed = given.headers().getOrDefault("X-Needs", "");
        var sent = exchange.getRequestHeaders().getFirst("Authorization");
        return needed.isEmpty() || needed.equals(sent)
                ? given
                : new Given(401, Map.of("WWW-Authenticate", "Basic realm=\"x\""), new byte[0]);
    }
}
