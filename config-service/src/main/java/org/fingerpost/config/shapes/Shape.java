package org.fingerpost.config.shapes;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * <pre>
 * shape = model "|" [ group ] "|" *( P-value " " ) "|" *( variable " " )     ; sorted
 * </pre>
 *
 * @param ownSettings P-values that the device's record says something about
 * @param ownVariables names of the variables that it has
 */
public record Shape(
        String model, Optional<String> group, Set<String> ownSettings, Set<String> ownVariables) {
    private static final int PARTS = 4;

    public static Shape parse(String text) {
        List<String> parts = List.of(text.split("\\|", -1));
        if (parts.size() != PARTS) {
            throw new IllegalArgumentException("not a shape");
        }
        return new Shape(
                parts.get(0),
                Optional.of(parts.get(1)).filter(group -> !group.isEmpty()),
                words(parts.get(2)),
                words(parts.get(3)));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" "))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String joined(Collection<String> words) {
        return String.join(" ", new TreeSet<>(words));
    }

    @Override
    public String toString() {
        return String.join("|", model, group.orElse(""), joined(ownSettings), joined(ownVariables));
    }
}
