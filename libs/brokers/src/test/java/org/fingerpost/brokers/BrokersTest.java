package org.fingerpost.brokers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.fingerpost.testkit.EmbeddedBroker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokersTest {
    private static final String MODULE =
            "org.apache.kafka.common.security.plain.PlainLoginModule required"
                    + " username=\"fingerpost\" password=\"%s\"";
    private static final String PASSWORD = "let-me-in";

    /** For a broker that says no only by silence. */
    private static final Map<String, Object> PATIENCE =
            Map.of("default.api.timeout.ms", 20_000, "request.timeout.ms", 10_000);

    @TempDir Path folder;

    @Test
    void aBrokerThatAsksForCredentialsLetsOnlyInWhoHasThem() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.started(asking())) {
            Brokers known = Brokers.at(broker.bootstrapServers(), credentials(PASSWORD));
            Brokers wrong = Brokers.at(broker.bootstrapServers(), credentials("guess"));

            assertThat(nodes(known)).isEqualTo(1);
            assertThatThrownBy(() -> nodes(wrong)).hasMessageContaining("Authentication failed");
        }
    }

    @Test
    void whatAClientSaysOfItselfStaysAndTheAddressIsAdded() {
        assertThat(Brokers.at("kafka:9092").client(Map.of("acks", "all")))
                .containsOnly(
                        Map.entry("acks", "all"), Map.entry("bootstrap.servers", "kafka:9092"));
    }

    @Test
    void aFileThatWouldChangeWhatClientsDoIsRefusedByTheSettingsName() throws IOException {
        Path file = Files.writeString(folder.resolve("client"), "sasl.mechanism=PLAIN\nacks=0\n");

        assertThatThrownBy(() -> Brokers.at("kafka:9092", file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sets acks:");
    }

    @Test
    void aFileThatIsNotThereIsRefusedByItsName() {
        assertThatThrownBy(() -> Brokers.at("kafka:9092", folder.resolve("nowhere")))
                .hasMessageContaining("nowhere cannot be read");
    }

    @Test
    void credentialsAreNotPrintedNorQuoted() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken"), "sasl.jaas.config=\\u12 secret");

        assertThatThrownBy(() -> Brokers.at("kafka:9092", broken))
                .hasMessageNotContaining("secret")
                .hasNoCause();
        assertThat(Brokers.at("kafka:9092", credentials(PASSWORD)).toString())
                .contains("kafka:9092")
                .doesNotContain(PASSWORD);
    }

    private static int nodes(Brokers brokers) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(brokers.client(PATIENCE))) {
            return admin.describeCluster().nodes().get().size();
        }
    }

    private Path credentials(String password) throws IOException {
        return Files.writeString(
                folder.resolve("client-" + password),
                "security.protocol=SASL_PLAINTEXT\nsasl.mechanism=PLAIN\nsasl.jaas.config="
                        + MODULE.formatted(password)
                        + ";\n");
    }

    private static Map<String, String> asking() {
        String users = MODULE.formatted(PASSWORD) + " user_fingerpost=\"" + PASSWORD + "\";";
        return Map.of(
                "listener.security.protocol.map", "PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name", "PLAINTEXT",
                "sasl.enabled.mechanisms", "PLAIN",
                "sasl.mechanism.inter.broker.protocol", "PLAIN",
                "listener.name.plaintext.plain.sasl.jaas.config", users);
    }
}
