package org.fingerpost.redirect.imports.lists;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.fingerpost.problems.Problem;

/** A list as JSON: an array of objects with the names of the CSV's columns. */
public final class JsonRangeList implements RangeList {
    private static final Set<String> NAMES = Set.of("first", "last", "targetServerId", "company");
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    // Whoever brought the bytes reads them to their end.
                    .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(2)
                                    .maxStringLength(4096)
                                    .maxNameLength(64)
                                    .maxNumberLength(32)
                                    .build())
                    .build();

    @Override
    public void read(InputStream bytes, Consumer<ListedRange> to) throws IOException {
        try (JsonParser json = JSON.createParser(bytes)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw broken("it is an array", 1);
            }
            long row = 1;
            while (json.nextToken() != JsonToken.END_ARRAY) {
                to.accept(row(json, row++));
            }
            if (json.nextToken() != null) {
                throw broken("nothing comes behind the array", row);
            }
        } catch (JsonProcessingException e) {
            throw Problem.unreadable("no-json", "the list is no JSON: " + e.getOriginalMessage());
        }
    }

    private static ListedRange row(JsonParser json, long row) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw broken("a range is an object", row);
        }
        Map<String, String> said = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (!NAMES.contains(name) || !(value.isScalarValue())) {
                throw broken("a range has first, last, targetServerId and company", row);
            }
            said.put(name, value == JsonToken.VALUE_NULL ? "" : json.getText());
        }
        return new ListedRange(
                said.getOrDefault("first", ""),
                said.getOrDefault("last", ""),
                said.getOrDefault("targetServerId", ""),
                said.getOrDefault("company", ""));
    }

    private static Problem broken(String why, long row) {
        return Problem.invalid("import-unreadable", "row " + row + ": " + why).with("line", row);
    }
}
