package org.fingerpost.formats.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the list of models.
 *
 * <pre>
 * family = "family" name ( "first-generation" / "later" ) 1*request    ; in order
 * model  = "model" name *firmware-file     ; none: the model's name in lower case and "fw.bin";
 *                                          ; "-": not known
 * request = "text" / "binary" / "own-xml" / "model-xml" / "generic-xml"
 * </pre>
 *
 * <p>A model belongs to the family above it. Words are separated by spaces; {@code #} begins a
 * comment line.
 */
final class ModelFile {

    private final String name;
    private final Map<String, DeviceModel> models = new LinkedHashMap<>();
    private Optional<Family> family = Optional.empty();

    ModelFile(String name) {
        this.name = name;
    }

    /** The models by {@link DeviceModels#key}, in the order of the file. */
    Map<String, DeviceModel> read(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                try {
                    read(line.split(" +"));
                } catch (IllegalArgumentException wrong) {
                    throw new IllegalStateException(
                            name + " line " + (i + 1) + ": " + wrong.getMessage(), wrong);
                }
            }
        }
        return Collections.unmodifiableMap(models);
    }

    private void read(String[] words) {
        switch (words[0]) {
            case "family" -> family = Optional.of(family(words));
            case "model" -> add(model(words));
            default -> throw new IllegalArgumentException("neither family nor model: " + words[0]);
        }
    }

    private static Family family(String[] words) {
        if (words.length < 4) {
            throw new IllegalArgumentException("a family has a name, a generation and an order");
        }
        boolean first =
                switch (words[2]) {
                    case "first-generation" -> true;
                    case "later" -> false;
                    default -> throw new IllegalArgumentException("no generation: " + words[2]);
                };
        List<ConfigRequest> order =
                Arrays.stream(words, 3, words.length).map(ModelFile::request).toList();
        return new Family(words[1], first, order);
    }

    private static ConfigRequest request(String word) {
        return ConfigRequest.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private DeviceModel model(String[] words) {
        if (words.length < 2) {
            throw new IllegalArgumentException("a model has a name");
        }
        Family of =
                family.orElseThrow(
                        () -> new IllegalArgumentException("a model before the first family"));
        return new DeviceModel(words[1], of, firmware(words));
    }

    private static List<String> firmware(String[] words) {
        if (words.length == 2) {
            return List.of(words[1].toLowerCase(Locale.ROOT) + "fw.bin");
        }
        return words[2].equals("-") ? List.of() : List.of(words).subList(2, words.length);
    }

    private void add(DeviceModel model) {
        if (models.putIfAbsent(DeviceModels.key(model.name()), model) != null) {
            throw new IllegalArgumentException("listed twice: " + model);
        }
    }
}
