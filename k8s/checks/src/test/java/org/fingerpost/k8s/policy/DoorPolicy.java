package org.fingerpost.k8s.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A door is alone, and what it has not told yet outlives its pod. */
final class DoorPolicy {
    private DoorPolicy() {}

    static List<String> faults(Workload workload) {
        List<String> faults = new ArrayList<>();
        if (workload.service().equals("gateway") || workload.document().is("Job")) {
            return faults;
        }
        String planes = workload.variable("FINGERPOST_PLANES").orElse("");
        if (!planes.equals(workload.isDoor() ? "data" : "both")) {
            faults.add("has the planes '" + planes + "'");
        }
        boolean database =
                workload.variables().stream()
                        .anyMatch(each ->
                                each.path("name").asText().startsWith("QUARKUS_DATASOURCE"));
        if (workload.isDoor() && database) {
            faults.add("is a door and knows a database");
        }
        boolean parallel =
                workload.document()
                        .tree()
                        .at("/spec/podManagementPolicy")
                        .asText()
                        .equals("Parallel");
        if (!workload.isDoor() && !parallel) {
            faults.add("stays with an image that does not start");
        }
        addresses(workload, faults);
        kept(workload, faults);
        return faults;
    }

    /** What a phone's own words say of its address, a door must not take for true. */
    private static void addresses(Workload workload, List<String> faults) {
        boolean believes =
                workload.variable("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING").isPresent();
        boolean some = workload.variable("QUARKUS_HTTP_PROXY_TRUSTED_PROXIES").isPresent();
        if (believes && (workload.isDoor() || !some)) {
            faults.add("believes anybody's word for an address");
        }
        if (workload.name().equals("config-control") && !believes) {
            faults.add("takes all who claim for one");
        }
    }

    private static void kept(Workload workload, List<String> faults) {
        JsonNode spec = workload.document().tree().path("spec");
        String state = workload.variable("FINGERPOST_STATE_DIR").orElse("none");
        String claim = spec.at("/volumeClaimTemplates/0/metadata/name").asText();
        boolean mounted =
                workload.containers().stream()
                        .flatMap(each -> Workload.stream(each.path("volumeMounts")).stream())
                        .anyMatch(mount ->
                                mount.path("mountPath").asText().equals(state)
                                        && mount.path("name").asText().equals(claim));
        if (!mounted) {
            faults.add("keeps replica and spool on no claim");
        }
        for (String when : List.of("whenScaled", "whenDeleted")) {
            if (!spec.at("/persistentVolumeClaimRetentionPolicy/" + when)
                    .asText()
                    .equals("Retain")) {
                faults.add("loses its spool " + when);
            }
        }
    }
}
