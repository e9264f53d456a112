package org.fingerpost.k8s.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fingerpost.k8s.documents.Document;

/** Phones and operators come by different names, to different pods. */
final class RoutePolicy {
    private static final Set<String> EXACT = Set.of("/q/openapi", "/index.php/xmlrpc", "/fcgi/do");

    private final List<Document> all;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> phones = new HashSet<>();
    private final Set<String> operators = new HashSet<>();

    RoutePolicy(List<Document> all) {
        this.all = all;
    }

    List<String> faults() {
        all.stream()
                .filter(each -> each.is("HTTPRoute") || each.is("TLSRoute"))
                .forEach(this::route);
        Workload.of(all).stream()
                .filter(Workload::isDoor)
                .filter(door -> door.port("https").isPresent())
                .filter(door ->
                        !door.variable("FINGERPOST_DOOR_TLS_FOR_PHONES_ONLY")
                                .orElse("")
                                .equals("true"))
                .forEach(door -> faults.add(door.name() + " shows /q by TLS"));
        phones.stream()
                .filter(operators::contains)
                .forEach(host -> faults.add(host + " is the phones' and the operators'"));
        return faults;
    }

    private void route(Document route) {
        boolean forPhones = route.tree().at("/spec/parentRefs/0/name").asText().equals("phones");
        route.tree()
                .at("/spec/hostnames")
                .forEach(host -> (forPhones ? phones : operators).add(host.asText()));
        if (route.tree().at("/spec/hostnames").isEmpty()) {
            faults.add(route.place() + ": takes any name");
        }
        parent(route);
        for (JsonNode rule : route.tree().at("/spec/rules")) {
            for (JsonNode backend : rule.path("backendRefs")) {
                backend(route, backend, forPhones ? "-door" : "-control");
            }
        }
        if (forPhones && route.is("HTTPRoute")) {
            hides(route, "/api");
            hides(route, "/q");
        }
        if (!forPhones) {
            plain(route);
        }
    }

    /**
     * Its Gateway is in the namespace that network policies know its proxies by, and takes routes
     * of ours.
     */
    private void parent(Document route) {
        JsonNode parent = route.tree().at("/spec/parentRefs/0");
        boolean taken =
                all.stream()
                        .filter(each -> each.is("Gateway"))
                        .filter(each -> each.name().equals(parent.path("name").asText()))
                        .filter(each -> in(each, each.name() + "-gateway"))
                        .filter(each -> in(each, parent.path("namespace").asText()))
                        .flatMap(
                                each -> Workload.stream(each.tree().at("/spec/listeners")).stream())
                        .filter(each -> each.path("name").equals(parent.path("sectionName")))
                        .map(each -> each.at("/allowedRoutes/namespaces/selector/matchLabels"))
                        .anyMatch(labels ->
                                labels.path("kubernetes.io/metadata.name")
                                        .asText()
                                        .equals("fingerpost"));
        if (!taken) {
            faults.add(route.place() + ": no Gateway takes it");
        }
    }

    private static boolean in(Document document, String namespace) {
        return document.tree().at("/metadata/namespace").asText().equals(namespace);
    }

    private void backend(Document route, JsonNode backend, String plane) {
        String name = backend.path("name").asText();
        int port = backend.path("port").asInt();
        boolean there =
                all.stream()
                        .filter(each -> each.is("Service") && each.name().equals(name))
                        .flatMap(each -> Workload.stream(each.tree().at("/spec/ports")).stream())
                        .anyMatch(each -> each.path("port").asInt() == port);
        if (!there) {
            faults.add(route.place() + ": no service " + name + " has a port " + port);
        }
        if (!name.endsWith(plane)) {
            faults.add(route.place() + ": leads to " + name);
        }
    }

    /** A rule of its own, which is longer than that for everything, rewrites it away. */
    private void hides(Document route, String path) {
        boolean hidden = false;
        for (JsonNode rule : route.tree().at("/spec/rules")) {
            boolean away =
                    rule.at("/filters/0/urlRewrite/path/replaceFullPath")
                            .asText()
                            .equals("/no-such-file");
            for (JsonNode match : rule.path("matches")) {
                hidden |= away && match.at("/path/value").asText().equals(path);
            }
        }
        if (!hidden) {
            faults.add(route.place() + ": shows " + path + " to phones");
        }
    }

    /** Operators' names lead to the API and its description; not to measurements, nor to a door. */
    private void plain(Document route) {
        for (JsonNode rule : route.tree().at("/spec/rules")) {
            for (JsonNode match : rule.path("matches")) {
                String path = match.at("/path/value").asText();
                boolean exact = match.at("/path/type").asText().equals("Exact");
                if (!Set.of("/api", "/xmlrpc", "/claim").contains(path)
                        && !(exact && EXACT.contains(path.replaceAll("/$", "")))) {
                    faults.add(route.place() + ": shows " + path);
                }
            }
        }
    }
}
