package org.fingerpost.k8s.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fingerpost.k8s.documents.Document;

/** What is asked of manifests here beyond their being readable. */
public final class Policies {
    private Policies() {}

    /** What is wrong with all that goes to one cluster, in sentences. */
    public static List<String> faults(List<Document> all) {
        List<String> faults = new ArrayList<>();
        for (Workload workload : Workload.of(all)) {
            Stream.of(
                            PodPolicy.faults(workload),
                            ProbePolicy.faults(workload),
                            DoorPolicy.faults(workload))
                    .flatMap(List::stream)
                    .forEach(fault -> faults.add(workload.document().place() + " " + fault));
        }
        all.stream()
                .filter(each -> each.is("Secret"))
                .forEach(each -> faults.add(each.place() + ": secrets are not kept here"));
        if (all.stream().noneMatch(Policies::deniesAll)) {
            faults.add("nothing is denied by default");
        }
        faults.addAll(new WiringPolicy(all).faults());
        faults.addAll(new RoutePolicy(all).faults());
        faults.addAll(new SpreadPolicy(all).faults());
        return faults;
    }

    private static boolean deniesAll(Document document) {
        var spec = document.tree().path("spec");
        return document.is("NetworkPolicy")
                && spec.path("podSelector").isEmpty()
                && spec.path("policyTypes").size() == 2
                && !spec.has("ingress")
                && !spec.has("egress");
    }
}
