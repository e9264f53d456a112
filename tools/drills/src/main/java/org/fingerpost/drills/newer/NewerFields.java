package org.fingerpost.drills.newer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Adds to every object of a value a field that is not known yet. */
final class NewerFields {
    private static final String NAME = "knownToTheNextVersion";
    private static final ObjectMapper JSON = new ObjectMapper();

    private NewerFields() {}

    static byte[] in(byte[] value) {
        try {
            JsonNode tree = JSON.readTree(value);
            add(tree);
            return JSON.writeValueAsBytes(tree);
        } catch (IOException e) {
            throw new IllegalStateException("a state record is JSON", e);
        }
    }

    /** No object of a state record is a map, whose names would mean something. */
    private static void add(JsonNode tree) {
        tree.forEach(NewerFields::add);
        if (tree instanceof ObjectNode object) {
            object.putObject(NAME).put("why", "a field is added").putArray("to").add(1).addNull();
        }
    }
}
