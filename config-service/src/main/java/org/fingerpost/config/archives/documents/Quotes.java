package org.fingerpost.config.archives.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds out whether a sentence about a document says more of it than names. */
public final class Quotes {
    /** Whatever lies in one of these may be a secret. */
    private static final List<String> MEMBERS =
            List.of("settings", "variables", "accounts", "login", "configKey", "turnKey");

    /** Shorter ones stand in every sentence, and give nothing away. */
    private static final int SHORT = 2;

    private Quotes() {}

    /** Does the sentence quote a value that may be secret? */
    public static boolean anyIn(String sentence, Document document, ObjectMapper json) {
        JsonNode said = json.valueToTree(document);
        return MEMBERS.stream()
                .flatMap(member -> said.findValues(member).stream())
                .flatMap(Quotes::texts)
                .anyMatch(text -> text.length() > SHORT && sentence.contains(text));
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isValueNode()
                ? Stream.of(node.asText())
                : StreamSupport.stream(node.spliterator(), false).flatMap(Quotes::texts);
    }
}
