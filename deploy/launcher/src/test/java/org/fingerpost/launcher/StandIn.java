package org.fingerpost.launcher;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;

/**
 * In the place of a service: answers that it is ready on the port it was told, or dies with a word,
 * or hangs.
 */
public final class StandIn {
    private StandIn() {}

    /** The line that starts it; {@code behaviour} is {@code serve}, {@code die} or {@code hang}. */
    public static List<String> line(String behaviour) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes().toString(),
                StandIn.class.getName(),
                behaviour);
    }

    private static Path classes() {
        return Path.of("target/test-classes").toAbsolutePath();
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.out.println("told to " + arguments[0]);
        if (arguments[0].equals("die")) {
            System.out.println("no use: " + System.getenv("QUARKUS_DATASOURCE_PASSWORD"));
            System.exit(7);
        }
        int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        HttpServer server =
                HttpServer.create(
                        new InetSocketAddress(System.getenv("QUARKUS_HTTP_HOST"), port), 0);
        int status = arguments[0].equals("hang") ? 503 : 200;
        server.createContext(
                "/q/health/ready",
                exchange -> {
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        server.start();
        Thread.currentThread().join();
    }
}
