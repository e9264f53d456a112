package org.fingerpost.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.fingerpost.k8s.documents.Document;
import org.fingerpost.k8s.documents.Kustomize;
import org.fingerpost.k8s.documents.Manifests;
import org.fingerpost.k8s.policy.Policies;
import org.fingerpost.k8s.policy.Workload;
import org.fingerpost.k8s.schema.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestsTest {
    @Test
    void clusterTakesEachDocumentOfTheBase() {
        List<Document> base = Manifests.in("k8s/base");

        assertThat(base).hasSizeGreaterThan(50);
        assertThat(base.stream().flatMap(each -> Schemas.faults(each).stream())).isEmpty();
    }

    @Test
    void nothingInTheBaseIsUnwise() {
        assertThat(Policies.faults(Manifests.in("k8s/base"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod", "region", "restore"})
    void clusterTakesWhatAnOverlayRenders(String overlay) {
        List<Document> rendered = Kustomize.render("k8s/overlays/" + overlay);

        assertThat(rendered.stream().flatMap(each -> Schemas.faults(each).stream())).isEmpty();
        assertThat(Policies.faults(rendered)).isEmpty();
        assertThat(rendered)
                .filteredOn(each -> !each.is("Namespace"))
                .allMatch(each ->
                        each.tree()
                                .at("/metadata/namespace")
                                .asText()
                                .equals(
                                        each.is("Gateway")
                                                ? each.name() + "-gateway"
                                                : "fingerpost"));
    }

    @Test
    void oneNodeIsEnoughForDev() {
        List<Document> dev = Kustomize.render("k8s/overlays/dev");

        assertThat(dev).noneMatch(each -> each.is("HorizontalPodAutoscaler"));
        assertThat(dev).noneMatch(each -> each.is("PodDisruptionBudget"));
        assertThat(dev)
                .filteredOn(each -> each.tree().at("/spec/replicas").isNumber())
                .hasSizeGreaterThan(10)
                .allMatch(each -> each.tree().at("/spec/replicas").asInt() == 1);
    }

    @Test
    void regionIsDoorsAndTheirWayToWhatIsElsewhere() {
        List<Document> region = Kustomize.render("k8s/overlays/region");

        assertThat(Workload.of(region))
                .extracting(Workload::name)
                .containsExactlyInAnyOrder(
                        "redirect-door", "config-door", "firmware-door", "gateway");
        assertThat(region).noneMatch(each -> each.group().startsWith("kafka."));
        assertThat(region).noneMatch(each -> each.group().contains("cnpg"));
        assertThat(region)
                .filteredOn(each -> each.is("NetworkPolicy"))
                .noneMatch(
                        each -> each.tree().at("/spec/podSelector").toString().contains("control"));
        assertThat(region)
                .filteredOn(each -> each.is("ConfigMap"))
                .extracting(each -> each.name().replaceAll("-[^-]+$", ""))
                .containsExactlyInAnyOrder("kafka-client", "door-settings");
        // nothing of this cluster is asked for what it does not have
        assertThat(Workload.of(region).stream().filter(Workload::isDoor))
                .allMatch(door ->
                        door.variable("FINGERPOST_KAFKA_BOOTSTRAP_SERVERS")
                                .orElse("")
                                .contains("."))
                .allMatch(door ->
                        door.variable("FINGERPOST_FIRMWARE_DOORS_SOURCE")
                                .orElse(".")
                                .contains("."));
    }

    /** What is read is named, and what is written lies beside it, in the same bucket. */
    @Test
    void restoreBeginsWithABackupAndWritesAnArchiveOfItsOwn() {
        JsonNode spec =
                Kustomize.render("k8s/overlays/restore").stream()
                        .filter(each -> each.is("Cluster"))
                        .findFirst()
                        .orElseThrow()
                        .tree()
                        .path("spec");
        JsonNode origin = spec.at("/externalClusters/0");
        JsonNode from = origin.at("/plugin/parameters");
        JsonNode to = spec.at("/plugins/0/parameters");

        assertThat(spec.at("/bootstrap/recovery/source")).isEqualTo(origin.path("name"));
        assertThat(from.path("barmanObjectName")).isEqualTo(to.path("barmanObjectName"));
        assertThat(from.path("serverName").asText()).isEqualTo("fingerpost-postgres");
        assertThat(to.path("serverName").asText()).isEqualTo("fingerpost-postgres-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "region"})
    void prodAndRegionsStandInThreeZonesAndScale(String overlay) {
        List<Document> shown = Kustomize.render("k8s/overlays/" + overlay);

        List<Workload> doors = Workload.of(shown).stream().filter(Workload::isDoor).toList();
        assertThat(doors)
                .hasSize(3)
                .allSatisfy(door -> {
                    assertThat(door.document().tree().at("/spec/replicas").isMissingNode())
                            .as("the autoscaler's number is not taken back by an apply")
                            .isTrue();
                    assertThat(
                                    door.pod()
                                            .at("/topologySpreadConstraints/0/whenUnsatisfiable")
                                            .asText())
                            .isEqualTo("DoNotSchedule");
                });
        assertThat(shown).filteredOn(each -> each.is("HorizontalPodAutoscaler")).hasSize(3);
        assertThat(shown).filteredOn(each -> each.is("PodDisruptionBudget")).hasSize(4);
    }
}
