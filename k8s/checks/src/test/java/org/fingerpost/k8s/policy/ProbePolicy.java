package org.fingerpost.k8s.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Probes ask the process alone, and whoever still loads is waited for. */
final class ProbePolicy {
    private static final Map<String, String> PATHS =
            Map.of(
                    "startupProbe", "/q/health/live",
                    "livenessProbe", "/q/health/live",
                    "readinessProbe", "/q/health/ready");

    /** A day: Kafka may be away as long while a door starts for the first time. */
    private static final int PATIENCE_SECONDS = 86_400;

    private ProbePolicy() {}

    static List<String> faults(Workload workload) {
        List<String> faults = new ArrayList<>();
        if (workload.document().is("Job")) {
            return faults; // it ends by itself, and nobody is led to it
        }
        for (JsonNode container : workload.containers()) {
            PATHS.forEach((probe, path) -> {
                JsonNode get = container.path(probe).path("httpGet");
                if (!get.path("path").asText().equals(path)) {
                    faults.add("its " + probe + " does not ask " + path);
                }
                if (workload.port(get.path("port").asText()).isEmpty()) {
                    faults.add("its " + probe + " asks a port that has no such name");
                }
            });
            JsonNode startup = container.path("startupProbe");
            long waits =
                    startup.path("periodSeconds").asLong(10)
                            * startup.path("failureThreshold").asLong(3);
            if (workload.document().is("StatefulSet") && waits < PATIENCE_SECONDS) {
                faults.add("is restarted while it waits for its first load");
            }
        }
        return faults;
    }
}
