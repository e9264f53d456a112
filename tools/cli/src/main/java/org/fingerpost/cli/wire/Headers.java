package org.fingerpost.cli.wire;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Header fields in the order they came; names compare without regard to case. */
public record Headers(List<Field> fields) {
    record Field(String name, String value) {}

    public Headers {
        fields = List.copyOf(fields);
    }

    public Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .findFirst();
    }

    /** Whether the field's comma-separated list names the token. */
    boolean lists(String name, String token) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .anyMatch(field ->
                        List.of(field.value().toLowerCase(Locale.ROOT).split("[\\s,]+"))
                                .contains(token));
    }
}
