package org.fingerpost.k8s.schema;

import java.util.List;
import org.fingerpost.k8s.documents.Document;

/** Whether a cluster would take a document: the models of whoever reads its kind decide. */
public final class Schemas {
    private Schemas() {}

    /** What is wrong, in sentences; nothing if it is right. */
    public static List<String> faults(Document document) {
        List<String> faults =
                switch (document.group()) {
                    case "kafka.strimzi.io", "gateway.networking.k8s.io" ->
                            ModelSchema.faults(document);
                    case "postgresql.cnpg.io", "barmancloud.cnpg.io", "monitoring.coreos.com" ->
                            WrittenSchema.faults(document);
                    default -> CoreSchema.faults(document);
                };
        return faults.stream().map(fault -> document.place() + ": " + fault).toList();
    }
}
