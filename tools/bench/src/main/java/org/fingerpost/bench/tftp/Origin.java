package org.fingerpost.bench.tftp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of a folder over HTTP, with single ranges and entity tags, as the doors give them. */
record Origin(HttpServer server) implements AutoCloseable {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

    static Origin of(Path folder) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(folder, exchange));
        server.start();
        return new Origin(server);
    }

    int port() {
        return server.getAddress().getPort();
    }

    private static void answer(Path folder, HttpExchange exchange) throws IOException {
        Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
        Matcher range = RANGE.matcher(exchange.getRequestHeaders().getFirst("Range"));
        if (!Files.exists(file) || !range.matches()) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            return;
        }
        if ("\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            exchange.close();
            return;
        }
        long from = Long.parseLong(range.group(1));
        long to = Math.min(Files.size(file) - 1, Long.parseLong(range.group(2)));
        byte[] bytes = new byte[(int) (to - from + 1)];
        try (RandomAccessFile reading = new RandomAccessFile(file.toFile(), "r")) {
            reading.seek(from);
            reading.readFully(bytes);
        }
        exchange.getResponseHeaders().set("ETag", "\"v1\"");
        exchange.getResponseHeaders()
                .set("Content-Range", "bytes " + from + "-" + to + "/" + Files.size(file));
        exchange.sendResponseHeaders(206, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
