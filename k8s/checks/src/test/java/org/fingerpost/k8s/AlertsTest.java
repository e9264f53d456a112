package org.fingerpost.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fingerpost.k8s.documents.Document;
import org.fingerpost.k8s.documents.Manifests;
import org.fingerpost.k8s.policy.Workload;
import org.fingerpost.k8s.schema.Schemas;
import org.fingerpost.k8s.sources.Metrics;
import org.junit.jupiter.api.Test;

/**
 * Alerts are about what is measured, each is made to fire, and each has a word for who is woken.
 */
class AlertsTest {
    private static final Path FOLDER = Manifests.root().resolve("k8s/monitoring");
    private static final String RULES = Manifests.text(FOLDER.resolve("alerts.yaml"));

    @Test
    void eachMetricOnThePageIsMadeInTheSources() {
        assertThat(Metrics.onThePage().keySet())
                .hasSizeGreaterThan(30)
                .allSatisfy(name ->
                        assertThat(Metrics.inTheSources())
                                .contains(
                                        name.replaceAll("_total$", "")
                                                .replaceAll("_(seconds|bytes|records)$", "")));
    }

    @Test
    void eachRuleAsksForWhatIsMeasured() {
        List<String> rules = expressions();

        assertThat(rules)
                .hasSizeGreaterThan(20)
                .allSatisfy(rule -> assertThat(Metrics.unknownIn(rule)).isEmpty())
                .allSatisfy(rule -> assertThat(rule).contains("fingerpost"));
    }

    /** And no others: a job of another's that is down is not ours to tell. */
    @Test
    void monitorsReadThePodsThatMeasure() {
        List<Document> monitors =
                Manifests.parse("pods.yaml", Manifests.text(FOLDER.resolve("pods.yaml")));
        assertThat(monitors).hasSize(3).allMatch(each -> Schemas.faults(each).isEmpty());
        JsonNode selector = monitors.getFirst().tree().at("/spec/selector/matchExpressions/0");
        List<String> components =
                Workload.stream(selector.path("values")).stream().map(JsonNode::asText).toList();

        List<Workload> read =
                Workload.of(Manifests.in("k8s/base")).stream()
                        .filter(each ->
                                components.contains(
                                        each.template()
                                                .at("/metadata/labels")
                                                .path(selector.path("key").asText())
                                                .asText()))
                        .toList();
        assertThat(read).hasSize(7).allMatch(each -> each.port("http").isPresent());
    }

    @Test
    void aMisspeltMetricOrLabelWouldBeFound() {
        assertThat(Metrics.unknownIn("sum by (dor) (rate(fingerpost_door_requests_total[5m]))"))
                .containsExactly("nothing here has the label dor");
        assertThat(Metrics.unknownIn("fingerpost_spool_entrys > 1"))
                .containsExactly("no metric fingerpost_spool_entrys");
        assertThat(Metrics.unknownIn("fingerpost_spool_entries{kind=\"x\"} > 1"))
                .containsExactly("fingerpost_spool_entries has no label kind");
    }

    private static List<String> expressions() {
        List<String> all = new ArrayList<>();
        Manifests.parse("alerts.yaml", RULES)
                .getFirst()
                .tree()
                .at("/groups/0/rules")
                .forEach(rule -> all.add(rule.path("expr").asText()));
        return all;
    }

    @Test
    void eachAlertIsTriedAndExplained() {
        String tests = Manifests.text(FOLDER.resolve("alerts-test.yaml"));
        String words = Manifests.text(Manifests.root().resolve("docs/operations/alerts.md"));
        List<String> alerts = found("- alert: \\w+", RULES).map(line -> line.substring(9)).toList();

        assertThat(alerts)
                .hasSizeGreaterThan(8)
                .allSatisfy(alert -> {
                    assertThat(tests).contains("alertname: " + alert);
                    assertThat(words).contains("`" + alert + "`");
                });
    }

    @Test
    void prometheusReadsTheRulesAndTheyFire() throws IOException, InterruptedException {
        boolean there =
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
        assumeTrue(
                there,
                "promtool is not on this machine (Debian: prometheus): alerts are not tried");

        assertThat(promtool("check", "rules", "alerts.yaml")).isZero();
        assertThat(promtool("test", "rules", "alerts-test.yaml")).isZero();
    }

    private static int promtool(String... words) throws IOException, InterruptedException {
        List<String> line = Stream.concat(Stream.of("promtool"), Stream.of(words)).toList();
        return new ProcessBuilder(line).directory(FOLDER.toFile()).inheritIO().start().waitFor();
    }

    private static Stream<String> found(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(match -> match.group());
    }
}
