package org.fingerpost.launcher.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.fingerpost.launcher.settings.PartName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One deployment with a real PostgreSQL and a real Kafka; every test finds all of it running. */
class DeploymentTest {
    @TempDir static Path folder;
    private static Site site;

    @BeforeAll
    static void choosePlace() {
        site = new Site(folder.resolve("a home, with 100% blanks"));
    }

    @AfterAll
    static void stopAll() {
        site.deployment().purge();
    }

    @BeforeEach
    void everythingRuns() {
        site.deployment().up();
    }

    @Test
    void everyPartIsReadyAndTheSecondUpStartsNothing() {
        List<Standing> before = site.deployment().status();
        assertThat(before).extracting(Standing::name).containsExactly(PartName.values());
        assertThat(before)
                .allMatch(Standing::ready)
                .allMatch(standing -> standing.pid().isPresent());
        assertThat(site.deployment().up()).isEmpty();
        assertThat(site.deployment().status()).isEqualTo(before);
    }

    @Test
    void killedPostgresComesBackOnItsPortWithItsRows() throws SQLException {
        Standing before = standing(PartName.POSTGRESQL);
        // The session stays open: its process is what the next server has to wait for.
        try (Connection connection = signIn("redirect", "redirect")) {
            run(connection, "CREATE TABLE IF NOT EXISTS promise (word text)");
            run(connection, "INSERT INTO promise VALUES ('acknowledged')");
            site.deployment().kill(PartName.POSTGRESQL);
            assertThat(standing(PartName.POSTGRESQL).pid()).isEmpty();
            assertThat(standing(PartName.POSTGRESQL).ready()).isFalse();
            assertThat(site.deployment().up(Set.of(PartName.POSTGRESQL)))
                    .containsExactly(PartName.POSTGRESQL);
        }
        assertThat(standing(PartName.POSTGRESQL).port()).isEqualTo(before.port());
        try (Connection connection = signIn("redirect", "redirect");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM promise")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isPositive();
        }
    }

    @Test
    void serviceSeesItsOwnDatabaseOnly() throws SQLException {
        try (Connection own = signIn("config", "config")) {
            run(own, "CREATE EXTENSION IF NOT EXISTS btree_gist");
        }
        assertThatThrownBy(() -> signIn("config", "redirect")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() ->
                        DriverManager.getConnection(
                                url("postgres"), "fingerpost_config", password("config")))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() ->
                        DriverManager.getConnection(
                                url("fingerpost_config"), "fingerpost_config", "guess"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void killedKafkaComesBackOnItsPortWithItsRecords()
            throws ExecutionException, InterruptedException {
        String bootstrap = site.deployment().kafkaBootstrapServers();
        String topic = "kept-" + System.nanoTime();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            String cluster = admin.describeCluster().clusterId().get();
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
            produceInTransaction(bootstrap, topic);
            site.deployment().kill(PartName.KAFKA);
            assertThat(site.deployment().up(Set.of(PartName.KAFKA)))
                    .containsExactly(PartName.KAFKA);
            assertThat(site.deployment().kafkaBootstrapServers()).isEqualTo(bootstrap);
            assertThat(admin.describeCluster().clusterId().get()).isEqualTo(cluster);
        }
        assertThat(firstValue(bootstrap, topic)).isEqualTo("value");
    }

    @Test
    void serviceStartsWhilePostgresAndKafkaAreDead() {
        Set.of(PartName.POSTGRESQL, PartName.KAFKA, PartName.REDIRECT)
                .forEach(site.deployment()::kill);
        assertThat(site.deployment().up(Set.of(PartName.REDIRECT)))
                .containsExactly(PartName.REDIRECT);
        assertThat(standing(PartName.REDIRECT).ready()).isTrue();
        assertThat(standing(PartName.KAFKA).pid()).isEmpty();
    }

    @Test
    void downStopsEverythingAndKeepsTheState() {
        String key = site.deployment().operatorKey();
        List<Long> pids =
                site.deployment().status().stream()
                        .map(standing -> standing.pid().orElseThrow())
                        .toList();
        assertThat(site.deployment().down()).isEqualTo(6);
        assertThat(pids)
                .noneMatch(pid -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent());
        assertThat(site.deployment().down()).isZero();
        site.deployment().up();
        assertThat(site.deployment().operatorKey()).isEqualTo(key);
    }

    private static Standing standing(PartName part) {
        return site.deployment().status().get(part.ordinal());
    }

    private static Connection signIn(String role, String database) throws SQLException {
        return DriverManager.getConnection(
                url("fingerpost_" + database), "fingerpost_" + role, password(role));
    }

    private static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:"
                + standing(PartName.POSTGRESQL).port().orElseThrow()
                + "/"
                + database;
    }

    private static String password(String role) {
        try {
            return Files.readString(
                    site.deployment()
                            .home()
                            .resolve("postgresql/fingerpost_" + role + ".password"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void produceInTransaction(String bootstrap, String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrap, "transactional.id", "relay");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, "key", "value"));
            producer.commitTransaction();
        }
    }

    private static String firstValue(String bootstrap, String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> all = List.of(new TopicPartition(topic, 0));
            consumer.assign(all);
            consumer.seekToBeginning(all);
            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (System.nanoTime() < deadline) {
                ConsumerRecords<String, String> records = consumer.poll(Duration.ofSeconds(1));
                if (!records.isEmpty()) {
                    return records.iterator().next().value();
                }
            }
            return "nothing came";
        }
    }
}
