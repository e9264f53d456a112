package org.fingerpost.k8s.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The restricted pod security standard, and what more is wanted of pods here. */
final class PodPolicy {
    private static final Pattern TAGGED =
            Pattern.compile("[^@]+:[A-Za-z0-9_][A-Za-z0-9_.-]*|.+@.+");
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|TOKEN|_KEY)$");

    private PodPolicy() {}

    static List<String> faults(Workload workload) {
        List<String> faults = new ArrayList<>();
        JsonNode pod = workload.pod();
        JsonNode security = pod.path("securityContext");
        want(faults, security.path("runAsNonRoot").asBoolean(), "may run as root");
        want(faults, security.path("runAsUser").asInt() > 0, "runs as root");
        want(
                faults,
                security.at("/seccompProfile/type").asText().equals("RuntimeDefault"),
                "has no seccomp profile");
        for (String host : List.of("hostNetwork", "hostPID", "hostIPC")) {
            want(faults, !pod.path(host).asBoolean(), "has " + host);
        }
        want(
                faults,
                pod.path("automountServiceAccountToken").isBoolean()
                        && !pod.path("automountServiceAccountToken").asBoolean(),
                "gets a token of the API server, which it never asks");
        for (JsonNode volume : pod.path("volumes")) {
            want(faults, !volume.has("hostPath"), "reads the node's disk");
        }
        workload.containers().forEach(container -> container(container, faults));
        for (JsonNode variable : workload.variables()) {
            String name = variable.path("name").asText();
            boolean bare = SECRET.matcher(name).matches() && variable.has("value");
            want(faults, !bare, name + " is in clear: refer to a Secret");
        }
        return faults;
    }

    private static void container(JsonNode container, List<String> faults) {
        String image = container.path("image").asText();
        want(
                faults,
                TAGGED.matcher(image).matches() && !image.endsWith(":latest"),
                "image " + image + " has no tag of its own");
        for (String bound : List.of("requests", "limits")) {
            for (String what : List.of("cpu", "memory")) {
                want(
                        faults,
                        container.path("resources").path(bound).has(what),
                        "has no " + bound + " of " + what);
            }
        }
        JsonNode security = container.path("securityContext");
        want(faults, security.path("readOnlyRootFilesystem").asBoolean(), "can write its root");
        want(faults, !security.path("privileged").asBoolean(), "is privileged");
        want(faults, !security.has("runAsUser"), "chooses a user of its own");
        want(
                faults,
                !security.path("allowPrivilegeEscalation").asBoolean(true),
                "may gain privileges");
        want(
                faults,
                security.at("/capabilities/drop/0").asText().equals("ALL")
                        && !security.path("capabilities").has("add"),
                "keeps capabilities");
    }

    private static void want(List<String> faults, boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }
}
