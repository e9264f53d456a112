package org.fingerpost.cli.plan.steps;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * One thing that would be said otherwise; secrets come masked from the service, and what a
 * reference brought is masked here.
 *
 * @param before empty if nothing is said now, {@code after} if nothing will be
 */
public record Difference(String name, Optional<String> before, Optional<String> after) {
    /** As the service shows secrets. */
    static final String MASK = "••••••";

    static List<Difference> all(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(Difference::of).toList();
    }

    /**
     * @param referred the names whose text stands elsewhere than in the folder, and so is shown to
     *     nobody, whatever the service thinks of it
     */
    static List<Difference> all(JsonNode list, Predicate<String> referred) {
        return all(list).stream()
                .map(each -> referred.test(each.name) ? each.masked() : each)
                .toList();
    }

    private Difference masked() {
        return new Difference(name, before.map(_ -> MASK), after.map(_ -> MASK));
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
