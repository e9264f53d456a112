package org.fingerpost.formats.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fingerpost.formats.datafile.Element;

/** Reads the list of models; {@code device-models.xsd} draws it. */
final class ModelReader {

    private final Map<String, DeviceModel> models = new LinkedHashMap<>();
    private final Map<String, List<Family>> families = new LinkedHashMap<>();

    /**
     * Reads it all.
     *
     * @throws org.fingerpost.formats.datafile.DataFileException with file and line
     */
    ModelReader(Element root) {
        for (Element element : root.children()) {
            try {
                read(element.name(), element);
            } catch (IllegalArgumentException wrong) {
                throw element.wrong(wrong.getMessage());
            }
        }
    }

    /** The models by {@link DeviceModels#key}, in the order of the file. */
    Map<String, DeviceModel> models() {
        return models;
    }

    /** Families by name and group, in the order of the file. */
    Map<String, List<Family>> families() {
        return families;
    }

    private void read(String name, Element element) {
        switch (name) {
            case "family" -> family(element);
            case "group" -> name(element, group(element));
            default -> throw element.wrong("neither family nor group: " + name);
        }
    }

    private void family(Element element) {
        var family =
                new Family(
                        element.get("name"),
                        firstGeneration(element),
                        order(element),
                        numbers(element, "xml-versions"),
                        dhcp(element),
                        element.find("seal-digest"),
                        element.find("covered").isPresent());
        name(element, List.of(family));
        for (Element model : element.children()) {
            add(model, new DeviceModel(model.get("name"), family, firmware(model)));
        }
    }

    private static boolean firstGeneration(Element element) {
        String generation = element.get("generation");
        return switch (generation) {
            case "first" -> true;
            case "later" -> false;
            default -> throw element.wrong("no generation: " + generation);
        };
    }

    private static DhcpOptions dhcp(Element element) {
        return new DhcpOptions(
                numbers(element, "dhcp-options"), element.get("option-66").equals("url"));
    }

    private static List<ConfigRequest> order(Element element) {
        List<ConfigRequest> order = new ArrayList<>();
        for (String word : element.words("order")) {
            order.add(ConfigRequest.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')));
        }
        return order;
    }

    private static List<Integer> numbers(Element element, String attribute) {
        List<Integer> numbers = new ArrayList<>();
        for (String word : element.words(attribute)) {
            numbers.add(Integer.valueOf(word));
        }
        return numbers;
    }

    private List<Family> group(Element element) {
        List<Family> members = new ArrayList<>();
        for (String name : element.words("families")) {
            List<Family> named = families.get(name);
            if (named == null) {
                throw element.wrong("no such family: " + name);
            }
            members.addAll(named);
        }
        return List.copyOf(members);
    }

    private void name(Element element, List<Family> members) {
        if (families.putIfAbsent(element.get("name"), members) != null) {
            throw element.wrong("a name that is taken: " + element.get("name"));
        }
    }

    private static List<String> firmware(Element model) {
        return model.find("firmware").isPresent()
                ? model.words("firmware")
                : List.of(model.get("name").toLowerCase(Locale.ROOT).concat("fw.bin"));
    }

    private void add(Element element, DeviceModel model) {
        if (models.putIfAbsent(DeviceModels.key(model.name()), model) != null) {
            throw element.wrong("listed twice: " + model);
        }
    }
}
