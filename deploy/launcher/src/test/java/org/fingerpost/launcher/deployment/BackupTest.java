package org.fingerpost.launcher.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.fingerpost.launcher.home.Home;
import org.fingerpost.launcher.machine.LaunchFailure;
import org.fingerpost.launcher.settings.PartName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real PostgreSQL, in which somebody writes all the while. */
class BackupTest {
    private static final Set<PartName> DATABASE = Set.of(PartName.POSTGRESQL);

    @TempDir Path folder;
    private Site site;

    @AfterEach
    void stopAll() {
        site.deployment().purge();
    }

    @Test
    void whatWasAcknowledgedBeforeABackupIsThereAfterARestoreFromNothing() throws Exception {
        site = new Site(folder.resolve("home"));
        site.deployment().up(DATABASE);
        Path blob = site.home().resolve("firmware/blobs/ab/cdef");
        Files.createDirectories(blob.getParent());
        Files.writeString(blob, "firmware's bytes");
        String operatorKey = site.deployment().operatorKey();
        AtomicInteger acknowledged = new AtomicInteger();
        Thread writer = writer(acknowledged);
        writer.start();
        while (acknowledged.get() < 200) {
            Thread.sleep(10);
        }

        int before = acknowledged.get();
        site.deployment().backUp(folder.resolve("backup"), Optional.of(folder.resolve("keys")));
        int after = acknowledged.get();
        writer.interrupt();
        writer.join();
        site.deployment().purge();
        site.deployment().restore(folder.resolve("backup"), folder.resolve("keys"));
        site.deployment().up(DATABASE);

        assertThat(rows()).isBetween(before, after + 1);
        assertThat(rows()).as("none of them is missing in between").isEqualTo(highest());
        assertThat(blob).hasContent("firmware's bytes");
        assertThat(site.deployment().operatorKey()).isEqualTo(operatorKey);
    }

    @Test
    void nothingIsOverwrittenNoKeyIsInABackupAndHalfOfOneIsNone() throws IOException {
        site = new Site(folder.resolve("home"));
        site.deployment().up(DATABASE);
        Path backup = folder.resolve("backup");
        site.deployment().backUp(backup, Optional.of(folder.resolve("keys")));

        assertThat(everythingIn(backup))
                .contains("PG_VERSION")
                .doesNotContain("operator.key", "master.key", "ca.key");
        assertThatThrownBy(() -> site.deployment().backUp(backup, Optional.empty()))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("is not empty");
        assertThatThrownBy(() ->
                        site.deployment()
                                .backUp(
                                        folder.resolve("next"),
                                        Optional.of(folder.resolve("next/keys"))))
                .hasMessageContaining("kept apart");
        assertThatThrownBy(() -> site.deployment().restore(backup, folder.resolve("keys")))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("holds a deployment");

        site.deployment().purge();
        assertThatThrownBy(() -> site.deployment().restore(backup, folder.resolve("nowhere")))
                .hasMessageContaining("operator.key is missing");
        Files.delete(backup.resolve("backup-is-whole"));
        assertThatThrownBy(() -> site.deployment().restore(backup, folder.resolve("keys")))
                .hasMessageContaining("was not finished");
    }

    @Test
    void halfOfARestoreIsNotStarted() throws IOException {
        site = new Site(folder.resolve("home"));
        site.deployment().up(DATABASE);
        Path backup = folder.resolve("backup");
        site.deployment().backUp(backup, Optional.of(folder.resolve("keys")));
        site.deployment().purge();
        Home.delete(backup.resolve("postgresql/data"));

        assertThatThrownBy(() -> site.deployment().restore(backup, folder.resolve("keys")))
                .hasMessageContaining("could not be restored");

        assertThatThrownBy(() -> site.deployment().up()).hasMessageContaining("half of a backup");
    }

    /** One row after the other, each counted when it is acknowledged. */
    private Thread writer(AtomicInteger acknowledged) throws SQLException {
        Connection connection = connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE written (number int PRIMARY KEY)");
        }
        return new Thread(() -> {
            try (connection;
                    Statement statement = connection.createStatement()) {
                while (!Thread.currentThread().isInterrupted()) {
                    int next = acknowledged.get() + 1;
                    statement.executeUpdate("INSERT INTO written VALUES (" + next + ")");
                    acknowledged.set(next);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private int rows() throws SQLException {
        return number("SELECT count(*) FROM written");
    }

    private int highest() throws SQLException {
        return number("SELECT max(number) FROM written");
    }

    private int number(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getInt(1);
        }
    }

    private Connection connect() throws SQLException {
        try {
            String password =
                    Files.readString(
                            site.home().resolve("postgresql/fingerpost_redirect.password"));
            int port =
                    site.deployment().status().stream()
                            .filter(part -> part.name() == PartName.POSTGRESQL)
                            .mapToInt(part -> part.port().orElseThrow())
                            .findFirst()
                            .orElseThrow();
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/fingerpost_redirect",
                    "fingerpost_redirect",
                    password.strip());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> everythingIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
