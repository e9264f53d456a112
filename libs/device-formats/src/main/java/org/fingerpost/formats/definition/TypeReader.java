package org.fingerpost.formats.definition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.fingerpost.formats.datafile.Element;

/** Reads what a setting takes, and the kinds that several settings of a file share. */
final class TypeReader {

    private final Map<String, ValueType> kinds = new HashMap<>();

    /** {@code <kind name="codec" ...>}: from here on a type may be called by that name. */
    void kind(Element kind) {
        if (kinds.putIfAbsent(kind.get("name"), type(kind)) != null) {
            throw kind.wrong("a kind of that name is there already");
        }
    }

    ValueType type(Element element) {
        String type = element.get("type");
        return switch (type) {
            case "switch" -> new ValueType.Switch();
            case "choice" -> new ValueType.Choice(words(element), isClosed(element));
            case "number" -> number(element);
            case "text" -> new ValueType.Text(max(element), element.find("printable").isPresent());
            case "host" -> new ValueType.Host();
            case "host-path" -> new ValueType.HostPath(max(element));
            case "pem" -> new ValueType.Pem();
            case "hex" -> new ValueType.Hex(Integer.parseInt(element.get("max")));
            default ->
                    Optional.ofNullable(kinds.get(type))
                            .orElseThrow(() -> element.wrong("no such type: " + type));
        };
    }

    private static List<ValueType.Choice.Word> words(Element element) {
        List<ValueType.Choice.Word> words =
                element.children().stream()
                        .filter(child -> child.name().equals("choice"))
                        .map(child -> new ValueType.Choice.Word(child.get("value"), child.text()))
                        .toList();
        if (words.size() < 2) {
            throw element.wrong("a choice has at least two values");
        }
        if (words.stream().map(ValueType.Choice.Word::value).distinct().count() < words.size()) {
            throw element.wrong("a value stands twice in a choice");
        }
        return words;
    }

    private static ValueType number(Element element) {
        OptionalLong min = bound(element, "min");
        OptionalLong max = bound(element, "max");
        if (min.isPresent() && max.isPresent() && min.getAsLong() >= max.getAsLong()) {
            throw element.wrong("the range is empty");
        }
        return new ValueType.Number(min, max, isClosed(element));
    }

    private static boolean isClosed(Element element) {
        return element.find("closed").isPresent();
    }

    private static OptionalLong bound(Element element, String name) {
        return element.find(name).stream().mapToLong(Long::parseLong).findFirst();
    }

    private static OptionalInt max(Element element) {
        return element.find("max").stream().mapToInt(Integer::parseInt).findFirst();
    }
}
