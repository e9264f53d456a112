package org.fingerpost.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** One real PostgreSQL for the whole test JVM; every caller gets a database of its own. */
public final class TestPostgres {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestPostgres() {}

    /** A fresh, empty database. */
    public static Database freshDatabase() {
        Server server = Server.RUNNING;
        String name = "test_" + COUNT.incrementAndGet() + "_" + ProcessHandle.current().pid();
        try (Connection connection =
                        DriverManager.getConnection(
                                server.url("postgres"), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("no database " + name + " on the test server", e);
        }
        return new Database(server.url(name), server.user(), server.password());
    }

    /** How to reach one database. */
    public record Database(String jdbcUrl, String user, String password) {
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(jdbcUrl, user, password);
        }
    }

    private record Server(String host, int port, String user, String password) {
        static final Server RUNNING = start();

        String url(String database) {
            return "jdbc:postgresql://" + host + ":" + port + "/" + database;
        }

        private static Server start() {
            return switch (Engine.chosen()) {
                case CONTAINERS -> startContainer();
                case EMBEDDED -> startEmbedded();
            };
        }

        @SuppressWarnings("resource") // lives as long as the JVM; the library's reaper ends it
        private static Server startContainer() {
            PostgreSQLContainer container = new PostgreSQLContainer("postgres:18-alpine");
            container.start();
            return new Server(
                    container.getHost(),
                    container.getMappedPort(5432),
                    container.getUsername(),
                    container.getPassword());
        }

        @SuppressWarnings("resource") // stopped by the library's own shutdown hook
        private static Server startEmbedded() {
            try {
                EmbeddedPostgres postgres =
                        EmbeddedPostgres.builder()
                                .setPGStartupWait(Duration.ofSeconds(60))
                                .setServerConfig("fsync", "off")
                                .setServerConfig("max_connections", "100")
                                .start();
                return new Server("127.0.0.1", postgres.getPort(), "postgres", "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException("the embedded PostgreSQL did not start", e);
            }
        }
    }
}
