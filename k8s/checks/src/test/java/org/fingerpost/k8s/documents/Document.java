package org.fingerpost.k8s.documents;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One document of a file.
 *
 * @param from the file, for people
 */
public record Document(String from, JsonNode tree) {
    public String kind() {
        return tree.path("kind").asText();
    }

    public String apiVersion() {
        return tree.path("apiVersion").asText();
    }

    /** What stands before the slash; empty for the core. */
    public String group() {
        int slash = apiVersion().indexOf('/');
        return slash < 0 ? "" : apiVersion().substring(0, slash);
    }

    public String version() {
        return apiVersion().substring(apiVersion().indexOf('/') + 1);
    }

    public String name() {
        return tree.at("/metadata/name").asText();
    }

    public boolean is(String kind) {
        return kind().equals(kind);
    }

    /** Where it is, in a word for people. */
    public String place() {
        return from + " " + kind() + "/" + name();
    }
}
