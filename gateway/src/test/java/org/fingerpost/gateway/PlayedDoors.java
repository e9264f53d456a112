package org.fingerpost.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** Three web servers that say what they were asked. */
public final class PlayedDoors implements QuarkusTestResourceLifecycleManager {
    private final List<HttpServer> servers = new ArrayList<>();

    @Override
    public Map<String, String> start() {
        Map<String, String> settings =
                new HashMap<>(
                        Map.of(
                                "fingerpost.tftp.port", "0",
                                "fingerpost.gateway.kept.fresh", "0s"));
        for (String door : List.of("redirect", "config", "firmware")) {
            settings.put("fingerpost.gateway.doors." + door, "http://127.0.0.1:" + serve(door));
        }
        return settings;
    }

    private int serve(String door) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> answer(door, exchange));
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            servers.add(server);
            return server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(String door, HttpExchange exchange) throws IOException {
        byte[] sent = exchange.getRequestBody().readAllBytes();
        String said =
                String.join(
                        " ",
                        door,
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        "for=" + exchange.getRequestHeaders().get("X-Forwarded-For"),
                        "proto=" + exchange.getRequestHeaders().get("X-Forwarded-Proto"),
                        "forwarded=" + exchange.getRequestHeaders().get("Forwarded"),
                        "transport=" + exchange.getRequestHeaders().get("Fingerpost-Transport"),
                        "agent=" + exchange.getRequestHeaders().get("User-Agent"),
                        "bytes=" + sent.length);
        byte[] body = said.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("ETag", "\"v1\"");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void stop() {
        servers.forEach(server -> server.stop(0));
    }
}
