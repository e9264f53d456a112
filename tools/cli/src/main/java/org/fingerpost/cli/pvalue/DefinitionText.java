package org.fingerpost.cli.pvalue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.fingerpost.formats.definition.Definition;
import org.fingerpost.formats.model.Family;

/** A definition in words, and for programs. */
final class DefinitionText {

    private DefinitionText() {}

    static String line(Definition definition) {
        return "%-8s%-34s %s%n".formatted(definition.p(), definition.name(), definition.meaning());
    }

    static String paragraph(Definition definition) {
        var text = new StringBuilder();
        text.append("%s  %s%n".formatted(definition.p(), definition.name()));
        row(text, "means", definition.meaning());
        row(text, "takes", definition.type().inWords());
        definition.usual().ifPresent(usual -> row(text, "default", shown(usual)));
        row(text, "families", definition.familyNames());
        definition.since().ifPresent(since -> row(text, "since", "firmware " + since));
        if (definition.secret() || definition.p().isSecret()) {
            row(text, "secret", "yes: masked, and told only to a phone that was admitted");
        }
        if (!definition.aliases().isEmpty()) {
            row(text, "aliases", String.join(" ", definition.aliases()));
        }
        row(text, "confidence", confidence(definition));
        return text.toString();
    }

    static String json(Definition definition) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("p", definition.p().toString());
        root.put("name", definition.name());
        root.put("meaning", definition.meaning());
        root.put("takes", definition.type().inWords());
        definition.usual().ifPresent(usual -> root.put("default", usual));
        var families = root.putArray("families");
        definition.families().stream().map(Family::name).forEach(families::add);
        definition.since().ifPresent(since -> root.put("since", since));
        root.put("secret", definition.secret() || definition.p().isSecret());
        var aliases = root.putArray("aliases");
        definition.aliases().forEach(aliases::add);
        root.put("confidence", definition.confidence().name().toLowerCase(Locale.ROOT));
        return root + "\n";
    }

    private static String confidence(Definition definition) {
        return switch (definition.confidence()) {
            case HIGH -> "high: seen, or two sources agree";
            case MEDIUM -> "medium: one good source";
            case LOW -> "low: inferred";
        };
    }

    private static void row(StringBuilder text, String name, String value) {
        text.append("  %-11s%s%n".formatted(name, value));
    }

    private static String shown(String value) {
        return value.isEmpty() ? "(empty)" : value;
    }
}
