package org.fingerpost.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.fingerpost.k8s.documents.Document;
import org.fingerpost.k8s.documents.Kustomize;
import org.fingerpost.k8s.documents.Manifests;
import org.fingerpost.k8s.policy.Policies;
import org.fingerpost.k8s.schema.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The checks are broken into: each line spoils one place of the base, and somebody has to say so.
 */
class MutationTest {
    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "redirect/door.yaml | replicas: 2 | replcias: 2 | replcias",
                "redirect/door.yaml | replicas: 2 | replicas: two | wrong type",
                "redirect/door.yaml | replicas: 2 | replicas: \"2\" | replicas",
                "redirect/door.yaml | containerPort: 8081 | containerPrt: 8081 | containerPrt",
                "config/door.yaml | topologyKey: kubernetes.io/hostname | topologyKy: x |"
                        + " topologyKy",
                "config/migration.yaml | restartPolicy: | restartPolici: | restartPolici",
                "config/control.yaml | serviceName: config-control-pods | servicNam: x | servicNam",
                "redirect/services.yaml | type: ClusterIP | typ: ClusterIP | typ",
                "network/deny.yaml | policyTypes: | policyType: | policyType",
                "kafka/cluster.yaml | metadataVersion: 4.1-IV1 | metadataVersoin: x |"
                        + " metadataVersoin",
                "kafka/cluster.yaml | port: 9093 | port: \"9093\" | to `int`",
                "kafka/cluster.yaml | type: internal | type: inwards | type",
                "kafka/cluster.yaml | tls: true | tsl: true | tsl",
                "kafka/nodes.yaml | - controller | - conductor | roles",
                "kafka/topics.yaml | partitions: 6 | partitons: 6 | partitons",
                "kafka/users-config.yaml | patternType: literal | patternTyp: literal | patternTyp",
                "kafka/users-config.yaml | - Describe | - Descry | operations",
                "postgres/cluster.yaml | instances: 3 | instnaces: 3 | instnaces",
                "postgres/cluster.yaml | max_connections: \"100\" | max_connections: 100 |"
                        + " max_conn",
                "postgres/databases.yaml | owner: fingerpost_config | ownr: x | ownr",
                "routes/phones.yaml | replaceFullPath: /no | replaceFulPath: /no | replaceFulPath",
                "routes/gateways.yaml | mode: Passthrough | mod: Passthrough | mod",
                "routes/phones-tls.yaml | port: 8442 | prt: 8442 | prt",
            })
    void fieldThatNobodyKnowsOrReadsIsFound(String file, String from, String to, String word) {
        List<String> faults =
                spoiled(file, from, to).stream()
                        .flatMap(each -> Schemas.faults(each).stream())
                        .toList();

        assertThat(faults).isNotEmpty().anyMatch(fault -> fault.contains(word));
    }

    @Test
    void missingFieldThatIsNeededIsFound() {
        assertThat(Schemas.faults(dropping("redirect/door.yaml", "  selector:\n", 4)))
                .anyMatch(fault -> fault.contains("selector"));
        assertThat(Schemas.faults(dropping("kafka/cluster.yaml", "        port: 9093\n", 1)))
                .anyMatch(fault -> fault.contains("needs port"));
        assertThat(Schemas.faults(dropping("postgres/cluster.yaml", "  instances: 3\n", 1)))
                .anyMatch(fault -> fault.contains("instances"));
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "redirect/door.yaml | redirect-service:1.0.0 | redirect-service:latest | no tag",
                "redirect/door.yaml | redirect-service:1.0.0 | redirect-service | no tag",
                "config/migration.yaml | config-service:1.0.0 | config-service | no tag",
                "redirect/door.yaml | \"            limits:\" | \"            requests:\" |"
                        + " duplicate",
                "redirect/door.yaml | memory: 1536Mi | ephemeral-storage: 1Gi | no limits of"
                        + " memory",
                "redirect/door.yaml | runAsNonRoot: true | runAsNonRoot: false | as root",
                "redirect/door.yaml | runAsUser: 10001 | runAsUser: 0 | as root",
                "redirect/door.yaml | readOnlyRootFilesystem: true | readOnlyRootFilesystem: false"
                        + " | write",
                "redirect/door.yaml | type: RuntimeDefault | type: Unconfined | seccomp",
                "redirect/door.yaml | - ALL | - CHOWN | capabilities",
                "redirect/door.yaml | name: https | name: tls | no port named https",
                "redirect/door.yaml | path: /q/health/live | path: /q/health | Probe does not ask",
                "redirect/door.yaml | failureThreshold: 1000000 | failureThreshold: 30 | first"
                        + " load",
                "redirect/door.yaml | whenScaled: Retain | whenScaled: Delete | loses its spool",
                "redirect/door.yaml | value: \"data\" | value: \"both\" | planes",
                "config/control.yaml | Policy: Parallel | Policy: OrderedReady | stays with an",
                "config/control.yaml | TRUSTED_PROXIES | TRUSTED | believes anybody",
                "config/control.yaml | ADDRESS_FORWARDING | FORWARDING | for one",
                "config/control.yaml | value: \"both\" | value: \"data\" | planes",
                "redirect/door.yaml | name: FINGERPOST_PLANES | name: QUARKUS_DATASOURCE_USERNAME |"
                        + " database",
                "redirect/door.yaml | mountPath: /var/lib/fingerpost | mountPath: /var/lib/other |"
                        + " no claim",
                "redirect/door.yaml | name: QUARKUS_HTTP_HOST | name: A_PASSWORD | in clear",
                "redirect/services.yaml | targetPort: https | targetPort: tls | no port named tls",
                "redirect/services.yaml | component: door | component: dor | selects no pods",
                "network/doors.yaml | port: https | port: tls | no port named tls",
                "network/deny.yaml | podSelector: {} | podSelector: {matchLabels: {a: b}} | by"
                        + " default",
                "routes/phones.yaml | value: /api | value: /apis | shows /api",
                "routes/phones.yaml | name: redirect-door | name: redirect-control | leads to",
                "routes/phones.yaml | - redirect.example.com | - redirect.admin.example.com |"
                        + " phones' and",
                "routes/phones-tls.yaml | port: 8441 | port: 8081 | phones-tls",
                "config/door.yaml | _PHONES_ONLY | _PHONES | shows /q by TLS",
                "routes/gateways.yaml | namespace: phones-gateway | namespace: fingerpost | no"
                        + " Gateway",
                "routes/gateways.yaml | metadata.name: fingerpost | metadata.name: x | no Gateway",
                "routes/gateways.yaml | name: tls | name: ssl | no Gateway",
                "routes/admin.yaml | namespace: admin-gateway | namespace: fingerpost | no Gateway",
                "routes/admin.yaml | value: /q/openapi | value: /q/metrics | shows /q/metrics",
            })
    void foolishnessIsFound(String file, String from, String to, String word) {
        if (word.equals("duplicate")) {
            assertThat(
                            org.junit.jupiter.api.Assertions.assertThrows(
                                    RuntimeException.class, () -> spoiled(file, from, to)))
                    .hasStackTraceContaining("Duplicate field");
            return;
        }
        // TLS to a plain port is a port that is there: only the ports of the services tell.
        List<String> faults =
                word.equals("phones-tls")
                        ? ServicesTest.tlsRoutesThatEndNowhere(spoiledBase(file, from, to))
                        : Policies.faults(spoiledBase(file, from, to));

        assertThat(faults).anyMatch(fault -> fault.contains(word));
    }

    /** What only the overlay has; spoiled as it is rendered, so as JSON. */
    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "KafkaNodePool | topology.kubernetes.io/zone | x | share a topology",
                "KafkaNodePool | \"kubernetes.io/hostname | \"x | share a kubernetes",
                "KafkaNodePool | DoNotSchedule | ScheduleAnyway | share a",
                "KafkaNodePool | \"maxSkew\":1 | \"maxSkew\":3 | share a",
                "StatefulSet | Honor | Ignore | waits for a zone",
                "KafkaNodePool | pool-name\":\"brokers | pool-name\":\"broker | share a",
            })
    void foolishnessOfProdIsFound(String kind, String from, String to, String word) {
        List<Document> spoiled = new ArrayList<>();
        for (Document each : Kustomize.render("k8s/overlays/prod")) {
            String text = each.tree().toString();
            spoiled.addAll(
                    Manifests.parse(each.from(), each.is(kind) ? text.replace(from, to) : text));
        }

        assertThat(Policies.faults(spoiled)).anyMatch(fault -> fault.contains(word));
    }

    private static List<Document> spoiled(String file, String from, String to) {
        String text = Manifests.text(Manifests.root().resolve("k8s/base/" + file));
        assertThat(text).contains(from);
        return Manifests.parse(file, text.replace(from, to));
    }

    private static List<Document> spoiledBase(String file, String from, String to) {
        List<Document> all = new ArrayList<>(Manifests.in("k8s/base"));
        assertThat(all.removeIf(each -> each.from().equals("k8s/base/" + file))).isTrue();
        all.addAll(spoiled(file, from, to));
        return all;
    }

    private static Document dropping(String file, String from, int lines) {
        String text = Manifests.text(Manifests.root().resolve("k8s/base/" + file));
        int at = text.indexOf(from);
        assertThat(at).isPositive();
        int end = at;
        for (int i = 0; i < lines; i++) {
            end = text.indexOf('\n', end) + 1;
        }
        return Manifests.parse(file, text.substring(0, at) + text.substring(end)).getFirst();
    }
}
