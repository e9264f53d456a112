package org.fingerpost.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.fingerpost.k8s.documents.Manifests;
import org.fingerpost.k8s.policy.Workload;
import org.fingerpost.k8s.sources.Settings;
import org.fingerpost.k8s.sources.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code deploy/compose.yaml} and the Dockerfile, which no engine has seen here. */
class ComposeTest {
    private static final JsonNode COMPOSE = compose();

    @ParameterizedTest
    @ValueSource(strings = {"redirect", "config", "firmware", "gateway"})
    void variablesAreReadBySomebody(String service) {
        Set<String> known = Settings.variablesOf(service);
        known.addAll(Settings.foreign());

        assertThat(variablesOf(service)).isNotEmpty().allMatch(known::contains);
    }

    @ParameterizedTest
    @ValueSource(strings = {"redirect", "config", "firmware"})
    void portsAreThoseOfTheServices(String service) {
        Properties own = Source.of(service).properties();

        assertThat(COMPOSE.at("/services/" + service + "/ports"))
                .extracting(port -> port.asText().split(":")[1])
                .containsExactly(
                        own.getProperty("quarkus.http.port"),
                        own.getProperty("quarkus.http.ssl-port"));
    }

    @Test
    void whatIsNamedIsThere() {
        for (JsonNode service : COMPOSE.path("services")) {
            assertThat(service.path("image").asText()).matches(".+:[0-9][^:]*");
            service.path("secrets")
                    .forEach(name ->
                            assertThat(COMPOSE.path("secrets").has(name.asText())).isTrue());
            service.path("configs")
                    .forEach(config ->
                            assertThat(COMPOSE.path("configs").has(config.path("source").asText()))
                                    .isTrue());
            service.path("volumes")
                    .forEach(volume ->
                            assertThat(COMPOSE.path("volumes").has(volume.asText().split(":")[0]))
                                    .isTrue());
        }
        for (String service : List.of("redirect", "config", "firmware")) {
            JsonNode own = COMPOSE.at("/services/" + service);
            List<String> files =
                    own.path("environment").properties().stream()
                            .filter(each -> each.getKey().endsWith("_FILE"))
                            .map(each -> each.getValue().asText())
                            .toList();
            List<String> secrets =
                    Workload.stream(own.path("secrets")).stream().map(JsonNode::asText).toList();
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file ->
                            assertThat(secrets).contains(file.replace("/run/secrets/", "")));
        }
    }

    /** RocksDB and the TLS of the doors unpack native code into a root that is else read only. */
    @ParameterizedTest
    @ValueSource(strings = {"redirect", "config", "firmware", "gateway"})
    void librariesCanBeUnpackedAndLoaded(String service) {
        assertThat(COMPOSE.at("/services/" + service + "/read_only").asBoolean()).isTrue();
        assertThat(COMPOSE.at("/services/" + service + "/tmpfs/0").asText())
                .matches("/tmp:exec,size=\\d+m");
    }

    @Test
    void kafkasHeapLeavesRoomInItsLimit() {
        JsonNode kafka = COMPOSE.at("/services/kafka");

        assertThat(kafka.path("mem_limit").asText()).isEqualTo("1g");
        assertThat(kafka.at("/environment/KAFKA_HEAP_OPTS").asText())
                .isEqualTo("-Xms512m -Xmx512m");
    }

    @Test
    void imageIsRunByNobodyInParticularAndStartsTheJvmItself() {
        List<String> lines =
                Manifests.text(Manifests.root().resolve("deploy/images/Dockerfile"))
                        .lines()
                        .toList();

        assertThat(lines).contains("USER 10001:10001");
        assertThat(lines).anyMatch(line -> line.matches("FROM [a-z-]+:\\d[^:@ ]+"));
        assertThat(lines).anyMatch(line -> line.startsWith("ENTRYPOINT [\"java\", "));
        assertThat(lines).noneMatch(line -> line.startsWith("ADD ") || line.contains(":latest"));
    }

    /** A JVM takes no cache that was written under other flags. */
    @Test
    void anImageLearnsUnderTheFlagsThatItRunsWith() {
        String file =
                Manifests.text(Manifests.root().resolve("deploy/images/Dockerfile"))
                        .replace("\\\n", "");
        String learning = line(file, "RUN if");
        List<String> flags =
                Pattern.compile("\"(-[^\"]+)\"")
                        .matcher(line(file, "ENTRYPOINT"))
                        .results()
                        .map(flag -> flag.group(1))
                        .filter(flag -> !flag.contains("aot") && !flag.contains("AOT"))
                        .toList();

        assertThat(flags).hasSizeGreaterThan(3);
        assertThat(learning).contains(flags).contains("-XX:AOTCacheOutput=/app/app.aot");
        assertThat(line(file, "ENTRYPOINT")).contains("\"-XX:AOTCache=/app/app.aot\"");
    }

    private static String line(String file, String start) {
        return file.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }

    private static List<String> variablesOf(String service) {
        return COMPOSE.at("/services/" + service + "/environment").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    /** By a reader that follows {@code <<}. */
    private static JsonNode compose() {
        String text = Manifests.text(Manifests.root().resolve("deploy/compose.yaml"));
        Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        return new JsonMapper().valueToTree(read);
    }
}
