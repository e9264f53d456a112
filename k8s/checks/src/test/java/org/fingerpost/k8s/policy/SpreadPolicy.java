package org.fingerpost.k8s.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.fingerpost.k8s.documents.Document;

/** Where there are zones, one that is lost takes one of each with it and no more. */
final class SpreadPolicy {
    private final List<Document> all;

    SpreadPolicy(List<Document> all) {
        this.all = all;
    }

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        // Whoever tells Kafka of racks has several.
        for (Document kafka : all) {
            String rack = kafka.tree().at("/spec/kafka/rack/topologyKey").asText();
            if (kafka.is("Kafka") && !rack.isEmpty()) {
                all.stream()
                        .filter(each -> each.is("KafkaNodePool"))
                        .forEach(pool -> {
                            spread(kafka.name(), pool, rack, faults);
                            spread(kafka.name(), pool, "kubernetes.io/hostname", faults);
                        });
            }
        }
        Workload.of(all).stream().filter(Workload::isDoor).forEach(door -> zones(door, faults));
        return faults;
    }

    /** A claim lies in a zone, so a door stays away with its own; new ones must not wait for it. */
    private static void zones(Workload door, List<String> faults) {
        for (JsonNode each : door.pod().path("topologySpreadConstraints")) {
            if (each.path("whenUnsatisfiable").asText().equals("DoNotSchedule")
                    && !each.path("nodeTaintsPolicy").asText().equals("Honor")) {
                faults.add(door.document().place() + " waits for a zone that is away");
            }
        }
    }

    private static void spread(String cluster, Document pool, String by, List<String> faults) {
        for (JsonNode each : pool.tree().at("/spec/template/pod/topologySpreadConstraints")) {
            JsonNode labels = each.at("/labelSelector/matchLabels");
            if (each.path("topologyKey").asText().equals(by)
                    && each.path("maxSkew").asInt() == 1
                    && each.path("whenUnsatisfiable").asText().equals("DoNotSchedule")
                    && labels.path("strimzi.io/cluster").asText().equals(cluster)
                    && labels.path("strimzi.io/pool-name").asText().equals(pool.name())) {
                return;
            }
        }
        faults.add(pool.place() + ": two of it may share a " + by);
    }
}
