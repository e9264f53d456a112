package org.fingerpost.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.types.Password;
import org.fingerpost.k8s.documents.Document;
import org.fingerpost.k8s.documents.Kustomize;
import org.fingerpost.k8s.documents.Manifests;
import org.fingerpost.k8s.policy.Workload;
import org.fingerpost.k8s.sources.Source;
import org.fingerpost.k8s.sources.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Topics are what the services take them for, and each may do what it does, and no more. */
class KafkaTest {
    private static final List<Document> BASE = Manifests.in("k8s/base");

    @Test
    void eachTopicThatIsWrittenIsThereAndNoOther() {
        assertThat(BASE)
                .filteredOn(each -> each.is("KafkaTopic"))
                .extracting(Document::name)
                .containsExactlyInAnyOrderElementsOf(Streams.topics())
                .hasSize(5);
    }

    @Test
    void stateTopicIsWhatARelayWouldMake() {
        Source outbox = new Source("libs/outbox");
        assertThat(Streams.says(outbox, "new NewTopic(settings.topic(), Optional.of(1)")).isTrue();
        assertThat(Streams.says(outbox, "TimeUnit.DAYS.toMillis(8)")).isTrue();
        assertThat(Streams.says(outbox, "Integer.toString(4 << 20)")).isTrue();

        for (String service : Streams.services()) {
            JsonNode spec = topic(Streams.stateOf(service)).tree().path("spec");
            assertThat(spec.path("partitions").asInt()).isEqualTo(1);
            assertThat(spec.at("/config/cleanup.policy").asText()).isEqualTo("compact");
            assertThat(spec.at("/config/delete.retention.ms").asLong()).isEqualTo(8L * 86_400_000);
            assertThat(spec.at("/config/max.message.bytes").asInt()).isEqualTo(4 << 20);
        }
    }

    /** A clock that is wrong elsewhere keeps nothing out, nor lets it go before its time. */
    @Test
    void recordsAreOfTheTimeWhenKafkaGotThem() {
        for (String name : Streams.topics()) {
            assertThat(topic(name).tree().at("/spec/config/message.timestamp.type").asText())
                    .as(name)
                    .isEqualTo("LogAppendTime");
        }
    }

    /** Who makes a state topic has to fill it: only its relay can. */
    @Test
    void stateTopicsAreLeftToTheirRelays() {
        assertThat(Streams.says(new Source("libs/outbox"), "table.retell()")).isTrue();

        for (String name : Streams.topics()) {
            JsonNode managed =
                    topic(name).tree().at("/metadata/annotations").path("strimzi.io/managed");
            assertThat(managed.asText("true"))
                    .as(name)
                    .isEqualTo(name.endsWith(".state") ? "false" : "true");
        }
    }

    @Test
    void sightingsArePartitionedAsADoorWouldMakeThem() {
        JsonNode spec = topic("fingerpost.sightings").tree().path("spec");

        assertThat(spec.path("partitions").asInt()).isEqualTo(Streams.partitionsOfSightings());
        assertThat(spec.at("/config/retention.ms").asLong()).isEqualTo(7L * 86_400_000);
        assertThat(Streams.says(new Source("libs/door"), "@WithDefault(\"7d\")")).isTrue();
    }

    /**
     * Whoever may ask a door may write; what grows by it leaves a quarter of the disk to the rest.
     */
    @Test
    void noNumberOfRequestsFillsABrokersDisk() {
        for (List<Document> all : List.of(BASE, Kustomize.render("k8s/overlays/dev"))) {
            JsonNode config = one(all, "Kafka", "fingerpost").tree().at("/spec/kafka/config");
            long disk = gibibytes(one(all, "KafkaNodePool", "brokers"));
            long most = 0;
            for (String name : List.of("fingerpost.sightings", "fingerpost.notices")) {
                JsonNode spec = one(all, "KafkaTopic", name).tree().path("spec");
                assertThat(spec.at("/config/retention.bytes").asLong()).as(name).isPositive();
                // the segment that is written goes over it
                most +=
                        spec.path("partitions").asLong()
                                * (spec.at("/config/retention.bytes").asLong()
                                        + config.path("log.segment.bytes").asLong(1L << 30));
            }
            assertThat(most).isLessThanOrEqualTo(disk * 3 / 4);
        }
    }

    private static long gibibytes(Document pool) {
        String size = pool.tree().at("/spec/storage/volumes/0/size").asText();
        assertThat(size).endsWith("Gi");
        return Long.parseLong(size.replace("Gi", "")) << 30;
    }

    @ParameterizedTest
    @ValueSource(strings = {"redirect", "config", "firmware"})
    void doorReadsStateAndWritesSightingsOnly(String service) {
        Set<String> rights = rights(service + "-door");

        assertThat(rights).allMatch(right -> right.startsWith("topic "));
        assertThat(rights)
                .filteredOn(right -> right.endsWith(" Write"))
                .containsExactly("topic fingerpost.sightings Write");
        assertThat(rights)
                .contains("topic fingerpost.redirect.state Read")
                .contains("topic " + Streams.stateOf(service) + " Read")
                .contains("topic fingerpost.sightings Create");
    }

    @ParameterizedTest
    @ValueSource(strings = {"redirect", "config", "firmware"})
    void controlPlaneAlsoWritesItsStateAndFollowsSightings(String service) {
        String state = Streams.stateOf(service);
        Set<String> more = rights(service + "-control");
        assertThat(more).containsAll(rights(service + "-door"));
        more.removeAll(rights(service + "-door"));

        Set<String> wanted = new TreeSet<>(Set.of("topic " + state + " Write"));
        wanted.add("topic " + state + " Create");
        wanted.add("transactionalId " + state + ".relay Write");
        wanted.add("transactionalId " + state + ".relay Describe");
        for (String group : Streams.groupsOf(service)) {
            wanted.add("group " + group + " Read");
            wanted.add("group " + group + " Describe");
            wanted.add("topic fingerpost.sightings Read");
        }
        if (service.equals("redirect")) {
            for (String operation : List.of("Write", "Describe", "Create")) {
                wanted.add("topic fingerpost.notices " + operation);
            }
            wanted.add("transactionalId fingerpost.notices.relay Write");
            wanted.add("transactionalId fingerpost.notices.relay Describe");
        }
        assertThat(more).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(Streams.says(new Source("libs/outbox"), "topic + \".relay\"")).isTrue();
    }

    @Test
    void eachWorkloadThatSpeaksKafkaHasAUserOfItsName() {
        assertThat(BASE)
                .filteredOn(each -> each.is("KafkaUser"))
                .extracting(Document::name)
                .containsExactlyInAnyOrderElementsOf(
                        Workload.of(BASE).stream()
                                .filter(each ->
                                        each.variable("FINGERPOST_KAFKA_CLIENT_FILE").isPresent())
                                .map(Workload::name)
                                .toList());
    }

    /** Kafka's own client reads the file, and finds certificate and key in the folder beside it. */
    @Test
    void clientsFileIsUnderstoodByKafkasClient(@TempDir Path folder) throws IOException {
        String text = Manifests.text(Manifests.root().resolve("k8s/base/kafka/client.properties"));
        for (String name : List.of("user.crt", "user.key", "ca.crt")) {
            Files.writeString(folder.resolve(name), "the bytes of " + name);
        }
        Properties settings = new Properties();
        settings.load(new StringReader(text.replace("/etc/fingerpost/kafka", folder.toString())));
        // What else is in the file stops a service's start.
        assertThat(
                        Streams.says(
                                new Source("libs/brokers"),
                                "List.of(\"security.\", \"ssl.\", \"sasl.\","
                                        + " \"config.providers\")"))
                .isTrue();
        assertThat(settings.stringPropertyNames())
                .allMatch(
                        name -> name.matches("(security\\.|ssl\\.|sasl\\.|config\\.providers).*"));
        settings.put("bootstrap.servers", "kafka.example:9093");

        AdminClientConfig config = new AdminClientConfig(settings);

        assertThat(config.getString("security.protocol")).isEqualTo("SSL");
        assertThat(secret(config, "ssl.keystore.key")).isEqualTo("the bytes of user.key");
        assertThat(secret(config, "ssl.keystore.certificate.chain"))
                .isEqualTo("the bytes of user.crt");
        assertThat(secret(config, "ssl.truststore.certificates")).isEqualTo("the bytes of ca.crt");
    }

    private static String secret(AdminClientConfig config, String name) {
        Password password = config.getPassword(name);
        return password.value();
    }

    private static Document topic(String name) {
        return one(BASE, "KafkaTopic", name);
    }

    private static Document one(List<Document> all, String kind, String name) {
        return all.stream()
                .filter(each -> each.is(kind) && each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> rights(String user) {
        Set<String> rights = new TreeSet<>();
        BASE.stream()
                .filter(each -> each.is("KafkaUser") && each.name().equals(user))
                .flatMap(each ->
                        Workload.stream(each.tree().at("/spec/authorization/acls")).stream())
                .forEach(acl ->
                        acl.path("operations")
                                .forEach(operation ->
                                        rights.add(
                                                acl.at("/resource/type").asText()
                                                        + " "
                                                        + acl.at("/resource/name").asText()
                                                        + " "
                                                        + operation.asText())));
        return rights;
    }
}
