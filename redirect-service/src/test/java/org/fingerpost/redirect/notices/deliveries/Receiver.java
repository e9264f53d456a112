package org.fingerpost.redirect.notices.deliveries;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** A provider's receiver: answers as it was told to, then with 204, and keeps what came. */
final class Receiver implements AutoCloseable {
    record Came(Headers headers, byte[] body) {
        String header(String name) {
            return headers.getFirst(name);
        }
    }

    private final HttpServer server;
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final List<Came> came = new CopyOnWriteArrayList<>();
    private final Runnable meanwhile;

    Receiver(Integer... answers) {
        this(() -> {}, answers);
    }

    /**
     * @param meanwhile runs while the sender waits
     */
    Receiver(Runnable meanwhile, Integer... answers) {
        this.meanwhile = meanwhile;
        this.answers.addAll(List.of(answers));
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/in";
    }

    List<Came> came() {
        return came;
    }

    /** The event ids, in the order in which they came. */
    List<String> ids() {
        return came.stream().map(each -> each.header("webhook-id")).toList();
    }

    Receiver failing(int times) {
        IntStream.range(0, times).forEach(_ -> answers.add(500));
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        came.add(new Came(exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes()));
        meanwhile.run();
        Integer next = answers.poll();
        exchange.getResponseHeaders().add("Location", "http://127.0.0.1:9/elsewhere");
        exchange.sendResponseHeaders(next == null ? 204 : next, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
