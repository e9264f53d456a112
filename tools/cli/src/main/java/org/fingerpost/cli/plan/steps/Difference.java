package org.fingerpost.cli.plan.steps;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * One thing that would be said otherwise; secrets come masked from the service.
 *
 * @param before empty if nothing is said now, {@code after} if nothing will be
 */
public record Difference(String name, Optional<String> before, Optional<String> after) {

    static List<Difference> all(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(Difference::of).toList();
    }

    private static Difference of(JsonNode json) {
        return new Difference(
                json.path("name").asText(), text(json, "before"), text(json, "after"));
    }

    private static Optional<String> text(JsonNode json, String member) {
        return Optional.of(json.path(member)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    boolean onlyAdds() {
        return after.isPresent();
    }
}
