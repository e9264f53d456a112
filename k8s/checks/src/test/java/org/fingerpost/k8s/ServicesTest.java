package org.fingerpost.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.fingerpost.k8s.documents.Document;
import org.fingerpost.k8s.documents.Manifests;
import org.fingerpost.k8s.policy.Workload;
import org.fingerpost.k8s.sources.Settings;
import org.fingerpost.k8s.sources.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests speak of the services as these are. */
class ServicesTest {
    private static final List<Document> BASE = Manifests.in("k8s/base");

    @ParameterizedTest
    @ValueSource(strings = {"redirect", "config", "firmware", "gateway"})
    void variablesAreReadBySomebody(String service) {
        Set<String> known = Settings.variablesOf(service);
        known.addAll(Settings.foreign());

        for (Workload workload : workloadsOf(service)) {
            assertThat(workload.variables())
                    .extracting(variable -> variable.path("name").asText())
                    .as(workload.name())
                    .isNotEmpty()
                    .allMatch(known::contains);
        }
    }

    @Test
    void aMisspeltVariableWouldBeFound() {
        assertThat(Settings.variablesOf("redirect"))
                .contains("FINGERPOST_STATE_DIR", "FINGERPOST_PLANES", "FINGERPOST_REDIRECT_NAMES")
                .contains("FINGERPOST_REDIRECT_KEY_FILE", "FINGERPOST_DOOR_SPOOL_MAX_SIZE")
                .doesNotContain("FINGERPOST_STATE_DIRECTORY", "FINGERPOST_MASTER_KEY_FILE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"redirect", "config", "firmware"})
    void portsAreThoseOfTheServices(String service) {
        Properties own = Source.of(service).properties();

        assertThat(workloadsOf(service))
                .filteredOn(workload -> !workload.document().is("Job"))
                .hasSize(2)
                .allSatisfy(workload -> {
                    assertThat(workload.port("http")).contains(number(own, "quarkus.http.port"));
                    if (workload.isDoor()) {
                        assertThat(workload.port("https"))
                                .contains(number(own, "quarkus.http.ssl-port"));
                    }
                });
    }

    /** Who migrates has the tables of the version that the control plane waits for. */
    @ParameterizedTest
    @ValueSource(strings = {"redirect", "config", "firmware"})
    void aJobMigratesForTheControlPlaneOfTheSameImage(String service) {
        List<Workload> own = workloadsOf(service);
        Workload job = named(own, service + "-migration");
        Workload control = named(own, service + "-control");

        assertThat(job.document().is("Job")).isTrue();
        assertThat(job.variable("FINGERPOST_MIGRATIONS")).contains("only");
        assertThat(control.variable("FINGERPOST_MIGRATIONS")).contains("wait");
        assertThat(image(job)).isEqualTo(image(control));
        assertThat(job.variable("QUARKUS_DATASOURCE_JDBC_URL"))
                .isEqualTo(control.variable("QUARKUS_DATASOURCE_JDBC_URL"));
    }

    private static String image(Workload workload) {
        return workload.containers().getFirst().path("image").asText();
    }

    private static Workload named(List<Workload> all, String name) {
        return all.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void gatewaysPortIsThatOfTheGateway() {
        Source gateway = Source.of("gateway");
        assumeTrue(gateway.isThere(), "there is no gateway in this tree yet");

        assertThat(workloadsOf("gateway").getFirst().port("http"))
                .contains(number(gateway.properties(), "quarkus.http.port"));
    }

    @Test
    void phonesTlsEndsWhereADoorSpeaksIt() {
        assertThat(tlsRoutesThatEndNowhere(BASE)).isEmpty();
    }

    /** With and without the slash that some programs put behind them. */
    @Test
    void foreignProgramsReachTheirDialects() {
        List<String> dialects =
                Source.of("redirect").java().stream()
                        .filter(text -> text.contains("class DialectPaths"))
                        .flatMap(
                                text -> Pattern.compile("\"(/\\w[^\"]*)\"").matcher(text).results())
                        .map(path -> path.group(1))
                        .toList();

        assertThat(dialects)
                .hasSize(4)
                .allMatch(ServicesTest::isRouted)
                .allMatch(path -> isRouted(path + "/"));
    }

    private static boolean isRouted(String path) {
        return BASE.stream()
                .filter(each -> each.is("HTTPRoute") && each.name().equals("redirect-admin"))
                .flatMap(each -> Workload.stream(each.tree().at("/spec/rules/0/matches")).stream())
                .map(match -> match.path("path"))
                .anyMatch(match -> {
                    String value = match.path("value").asText();
                    return match.path("type").asText().equals("Exact")
                            ? path.equals(value)
                            : path.equals(value) || path.startsWith(value + "/");
                });
    }

    @Test
    void doorsSettingsAreSettings() throws IOException {
        Properties settings = new Properties();
        settings.load(
                new StringReader(
                        Manifests.text(
                                Manifests.root().resolve("k8s/base/door/application.properties"))));

        assertThat(settings.stringPropertyNames())
                .hasSize(4)
                .allMatch(Settings.foreign()::contains);
    }

    /** Keys, certificates and settings lie where the variables say. */
    @Test
    void filesThatAreNamedAreMounted() {
        for (Workload workload : Workload.of(BASE)) {
            List<String> mounts =
                    workload.containers().stream()
                            .flatMap(each -> Workload.stream(each.path("volumeMounts")).stream())
                            .map(mount -> mount.path("mountPath").asText())
                            .toList();
            workload.variables().stream()
                    .filter(each -> each.path("name").asText().endsWith("_FILE"))
                    .map(each -> each.path("value").asText())
                    .forEach(file -> {
                        int slash = file.lastIndexOf('/');
                        assertThat(mounts).contains(file.substring(0, slash));
                        assertThat(workload.pod().path("volumes").toString())
                                .as(workload.name())
                                .contains(
                                        file.substring(slash + 1)
                                                .replace("client.properties", "kafka-client"));
                    });
        }
    }

    static List<String> tlsRoutesThatEndNowhere(List<Document> documents) {
        return documents.stream()
                .filter(route -> route.is("TLSRoute"))
                .filter(route -> {
                    var backend = route.tree().at("/spec/rules/0/backendRefs/0");
                    String service = backend.path("name").asText().split("-")[0];
                    return number(Source.of(service).properties(), "quarkus.http.ssl-port")
                            != backend.path("port").asInt();
                })
                .map(Document::place)
                .toList();
    }

    private static List<Workload> workloadsOf(String service) {
        return Workload.of(BASE).stream()
                .filter(workload -> workload.service().equals(service))
                .toList();
    }

    private static int number(Properties properties, String name) {
        return Integer.parseInt(properties.getProperty(name));
    }
}
