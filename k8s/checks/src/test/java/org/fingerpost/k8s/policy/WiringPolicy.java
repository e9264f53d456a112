package org.fingerpost.k8s.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fingerpost.k8s.documents.Document;

/** What names something else finds it. */
final class WiringPolicy {
    private final List<Document> all;
    private final List<Workload> workloads;

    WiringPolicy(List<Document> all) {
        this.all = all;
        this.workloads = Workload.of(all);
    }

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (Document document : all) {
            List<String> own =
                    switch (document.kind()) {
                        case "Service" -> service(document);
                        case "StatefulSet" -> governing(document);
                        case "HorizontalPodAutoscaler" -> scaled(document);
                        case "PodDisruptionBudget" ->
                                selected(
                                        document, document.tree().at("/spec/selector/matchLabels"));
                        case "NetworkPolicy" -> policy(document);
                        case String _ -> List.of();
                    };
            own.forEach(fault -> faults.add(document.place() + ": " + fault));
        }
        return faults;
    }

    private List<String> service(Document service) {
        JsonNode selector = service.tree().at("/spec/selector");
        List<String> faults = new ArrayList<>(selected(service, selector));
        for (JsonNode port : service.tree().at("/spec/ports")) {
            String name = port.path("targetPort").asText();
            faults.addAll(named(name, selector));
            Optional<Integer> behind =
                    workloads.stream()
                            .filter(workload -> workload.has(selector))
                            .flatMap(workload -> workload.port(name).stream())
                            .findFirst();
            boolean same = behind.isEmpty() || behind.get() == port.path("port").asInt();
            // A phone's TFTP port is below 1024, where no pod may listen.
            if (!same && !name.equals("tftp")) {
                faults.add("port " + port.path("port") + " leads to " + behind.get());
            }
        }
        return faults;
    }

    private List<String> policy(Document policy) {
        JsonNode selector = policy.tree().at("/spec/podSelector/matchLabels");
        List<String> faults = new ArrayList<>();
        for (JsonNode rule : policy.tree().at("/spec/ingress")) {
            for (JsonNode port : rule.path("ports")) {
                if (port.path("port").isTextual()) {
                    faults.addAll(named(port.path("port").asText(), selector));
                }
            }
        }
        return faults;
    }

    private List<String> named(String port, JsonNode selector) {
        return workloads.stream()
                .filter(workload -> workload.has(selector))
                .filter(workload -> workload.port(port).isEmpty())
                .map(workload -> workload.name() + " has no port named " + port)
                .toList();
    }

    private List<String> selected(Document by, JsonNode labels) {
        return labels.size() > 0 && workloads.stream().anyMatch(workload -> workload.has(labels))
                ? List.of()
                : List.of("selects no pods of " + by.from());
    }

    private List<String> governing(Document set) {
        String name = set.tree().at("/spec/serviceName").asText();
        return find("Service", name).isPresent()
                ? List.of()
                : List.of("its service " + name + " is not there");
    }

    private List<String> scaled(Document scaler) {
        JsonNode target = scaler.tree().at("/spec/scaleTargetRef");
        Optional<Document> there = find(target.path("kind").asText(), target.path("name").asText());
        if (there.isEmpty()) {
            return List.of("scales nothing");
        }
        String container = scaler.tree().at("/spec/metrics/0/containerResource/container").asText();
        boolean has =
                new Workload(there.get())
                        .containers().stream()
                                .anyMatch(each -> each.path("name").asText().equals(container));
        return has ? List.of() : List.of("measures no container of its target: " + container);
    }

    private Optional<Document> find(String kind, String name) {
        return all.stream().filter(each -> each.is(kind) && each.name().equals(name)).findFirst();
    }
}
