package org.fingerpost.k8s.schema;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fingerpost.k8s.documents.Document;

/**
 * Kinds of which no model was to be had. Their schemas lie beside the tests, written by hand for
 * what is used here: what they know, they check; a field that is new here has to be added.
 */
final class WrittenSchema {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private WrittenSchema() {}

    static List<String> faults(Document document) {
        String file = "/schemas/" + document.group() + "." + document.kind() + ".json";
        try (InputStream in = WrittenSchema.class.getResourceAsStream(file)) {
            if (in == null) {
                return List.of("nobody wrote a schema of it: " + file);
            }
            Schema schema =
                    REGISTRY.getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return schema.validate(document.tree().toString(), InputFormat.JSON).stream()
                    .map(fault -> fault.getInstanceLocation() + " " + fault.getMessage())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
