package org.fingerpost.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fingerpost.k8s.documents.Manifests;
import org.fingerpost.k8s.sources.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Grafana's dashboards ask for what is measured. No Grafana has opened them here. */
class DashboardsTest {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

    static List<Path> dashboards() throws IOException {
        try (Stream<Path> files =
                Files.list(Manifests.root().resolve("k8s/monitoring/dashboards"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void eachQueryAsksForWhatIsMeasured(Path file) {
        List<String> queries = queries(read(file));

        assertThat(queries)
                .hasSizeGreaterThan(6)
                .allSatisfy(query -> {
                    assertThat(query).contains("fingerpost_");
                    assertThat(Metrics.unknownIn(query)).isEmpty();
                });
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void panelsHaveNumbersAndPlacesOfTheirOwn(Path file) {
        Set<Integer> numbers = new HashSet<>();
        Set<String> places = new HashSet<>();
        for (JsonNode panel : read(file).path("panels")) {
            assertThat(numbers.add(panel.path("id").asInt())).isTrue();
            assertThat(places.add(panel.at("/gridPos/x") + "," + panel.at("/gridPos/y"))).isTrue();
            assertThat(panel.at("/gridPos/x").asInt() + panel.at("/gridPos/w").asInt())
                    .isLessThanOrEqualTo(24);
            assertThat(panel.path("title").asText()).isNotBlank();
            assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${source}");
        }
    }

    /** Each variable that is used is one of the dashboard's, or Grafana's own. */
    @ParameterizedTest
    @MethodSource("dashboards")
    void variablesAreDeclared(Path file) {
        JsonNode dashboard = read(file);
        Set<String> declared = new HashSet<>(Set.of("__range", "__rate_interval"));
        dashboard.at("/templating/list").forEach(each -> declared.add(each.path("name").asText()));

        for (String query : queries(dashboard)) {
            Pattern.compile("\\$\\{?(\\w+)")
                    .matcher(query)
                    .results()
                    .forEach(used -> assertThat(declared).contains(used.group(1)));
        }
    }

    @Test
    void whatTheOperatorMustSeeIsThere() throws IOException {
        List<String> all = new ArrayList<>();
        for (Path file : dashboards()) {
            all.addAll(queries(read(file)));
        }
        String queries = String.join("\n", all);

        assertThat(queries)
                .contains("fingerpost_door_shed_total", "fingerpost_replica_age_seconds")
                .contains("fingerpost_outbox_oldest_seconds", "fingerpost_ranges_silent")
                // where there are doors, a control plane, to which no phone is led, adds nothing
                .contains(
                        "$capacity * (count by (door) (count by (door, instance)"
                                + " (fingerpost_door_requests_total) unless on (instance)"
                                + " fingerpost_database_up) or ")
                .contains("fingerpost_transfers", "fingerpost_rollouts", "$capacity")
                .contains("fingerpost_arrivals_lag / (rate(");
    }

    private static List<String> queries(JsonNode dashboard) {
        List<String> queries = new ArrayList<>();
        dashboard
                .path("panels")
                .forEach(panel ->
                        panel.path("targets")
                                .forEach(target -> queries.add(target.path("expr").asText())));
        return queries;
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
