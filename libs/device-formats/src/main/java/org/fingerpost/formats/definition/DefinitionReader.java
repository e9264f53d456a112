package org.fingerpost.formats.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.fingerpost.formats.datafile.Element;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.formats.model.Family;
import org.fingerpost.formats.pvalue.PValue;

/**
 * Reads one file of definitions; {@code docs/formats/pvalue-catalogue.md} draws its grammar. A
 * setting that lists several P-values is a series: {@code {n}} in its name and meaning is the place
 * in the list, from one.
 */
final class DefinitionReader {

    private final TypeReader types = new TypeReader();
    private final Map<String, List<Family>> families = new HashMap<>();
    private final BiConsumer<Element, Definition> keep;
    private int last = -1;

    private DefinitionReader(BiConsumer<Element, Definition> keep) {
        this.keep = keep;
    }

    /**
     * Gives every definition, in the order of the file, with the element that it comes from.
     *
     * @throws org.fingerpost.formats.datafile.DataFileException with file and line
     */
    static void read(Element root, BiConsumer<Element, Definition> keep) {
        var reader = new DefinitionReader(keep);
        for (Element element : root.children()) {
            try {
                reader.read(element.name(), element);
            } catch (IllegalArgumentException wrong) {
                throw element.wrong(wrong.getMessage());
            }
        }
    }

    private void read(String name, Element element) {
        switch (name) {
            case "kind" -> types.kind(element);
            case "setting" -> setting(element);
            default -> throw element.wrong("neither kind nor setting: " + name);
        }
    }

    private void setting(Element element) {
        List<PValue> numbers = Numbers.parse(element.words("p"));
        if (numbers.isEmpty() || numbers.getFirst().number() < last) {
            throw element.wrong("no number, or out of order: " + element.get("p"));
        }
        last = numbers.getFirst().number();
        boolean series = element.get("name").contains("{n}");
        if (!series && numbers.size() > 1) {
            throw element.wrong("a series has {n} in its name: " + element.get("name"));
        }
        ValueType type = types.type(element);
        int first = element.find("from").map(Integer::parseInt).orElse(1);
        for (int i = 0; i < numbers.size(); i++) {
            String place = Integer.toString(first + i);
            keep.accept(element, definition(element, numbers.get(i), type, place));
        }
    }

    private Definition definition(Element element, PValue p, ValueType type, String place) {
        Definition definition =
                new Definition(
                        p,
                        element.get("name").replace("{n}", place),
                        element.get("meaning").replace("{n}", place),
                        type,
                        element.find("default"),
                        families.computeIfAbsent(element.get("families"), DefinitionReader::named),
                        element.find("secret").isPresent(),
                        element.find("since"),
                        aliases(element, place),
                        confidence(element));
        Optional<Misfit> misfit = definition.usual().flatMap(definition::misfit);
        if (misfit.isPresent()) {
            throw element.wrong("the default does not fit: " + misfit.orElseThrow().why());
        }
        return definition;
    }

    private static List<Family> named(String words) {
        List<Family> named = new ArrayList<>();
        for (String word : words.split(" ")) {
            named.addAll(DeviceModels.group(word));
        }
        return List.copyOf(named);
    }

    private static List<String> aliases(Element element, String place) {
        return element.words("alias").stream().map(a -> a.replace("{n}", place)).toList();
    }

    private static Confidence confidence(Element element) {
        String letter = element.get("confidence");
        return switch (letter) {
            case "H" -> Confidence.HIGH;
            case "M" -> Confidence.MEDIUM;
            case "L" -> Confidence.LOW;
            default -> throw element.wrong("confidence is H, M or L, not " + letter);
        };
    }
}
