package org.fingerpost.k8s.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.fingerpost.k8s.documents.Document;

/** What runs pods: a document with a template of them. */
public record Workload(Document document) {
    private static final Set<String> KINDS =
            Set.of("StatefulSet", "Deployment", "DaemonSet", "ReplicaSet", "Job", "CronJob", "Pod");

    public static List<Workload> of(List<Document> documents) {
        return documents.stream()
                .filter(document -> KINDS.contains(document.kind()))
                .map(Workload::new)
                .toList();
    }

    public String name() {
        return document.name();
    }

    public boolean isDoor() {
        return name().endsWith("-door");
    }

    /** Its service, such as {@code redirect}; the gateway's is {@code gateway}. */
    public String service() {
        return name().split("-")[0];
    }

    public JsonNode template() {
        return switch (document.kind()) {
            case "Pod" -> document.tree();
            case "CronJob" -> document.tree().at("/spec/jobTemplate/spec/template");
            case String _ -> document.tree().at("/spec/template");
        };
    }

    public JsonNode pod() {
        return template().path("spec");
    }

    /** Those that come first too. */
    public List<JsonNode> containers() {
        return List.of("initContainers", "containers").stream()
                .flatMap(which -> stream(pod().path(which)).stream())
                .toList();
    }

    public List<JsonNode> variables() {
        return containers().stream()
                .flatMap(container -> stream(container.path("env")).stream())
                .toList();
    }

    public Optional<String> variable(String name) {
        return variables().stream()
                .filter(variable -> variable.path("name").asText().equals(name))
                .map(variable -> variable.path("value").asText())
                .findFirst();
    }

    /** The number of a port by its name. */
    public Optional<Integer> port(String name) {
        return containers().stream()
                .flatMap(container -> stream(container.path("ports")).stream())
                .filter(port -> port.path("name").asText().equals(name))
                .map(port -> port.path("containerPort").asInt())
                .findFirst();
    }

    /** Whether all of these labels are its pods'. */
    public boolean has(JsonNode labels) {
        JsonNode own = template().at("/metadata/labels");
        return labels.properties().stream()
                .allMatch(label -> label.getValue().equals(own.path(label.getKey())));
    }

    public static List<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
