package org.fingerpost.formats.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fingerpost.formats.datafile.Element;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.formats.model.Family;
import org.fingerpost.formats.pvalue.PValue;

/**
 * Reads one setting of a data file; {@code docs/formats/pvalue-catalogue.md} draws its grammar. A
 * setting that lists several P-values is a series: {@code {n}} in its name, meaning and aliases is
 * the place in the list, from one.
 */
final class DefinitionReader {

    private static final String PLACE = "{n}";

    private final Element setting;
    private final TypeReader types;

    DefinitionReader(Element setting, TypeReader types) {
        this.setting = setting;
        this.types = types;
    }

    /**
     * A definition for each of the numbers.
     *
     * @throws org.fingerpost.formats.datafile.DataFileException with file and line
     * @throws IllegalArgumentException with a sentence alone
     */
    List<Definition> read(int[] numbers) {
        if (setting.get("name").contains(PLACE) == (numbers.length == 1)) {
            throw setting.wrong(
                    "a series, and nothing else, has {n} in its name: " + setting.get("name"));
        }
        ValueType type = types.type(setting);
        Optional<String> usual = setting.find("default");
        Optional<Misfit> misfit = usual.flatMap(type::misfit);
        if (misfit.isPresent()) {
            throw setting.wrong("the default does not fit: it " + misfit.orElseThrow().why());
        }
        var like =
                new Definition(
                        new PValue(numbers[0]),
                        setting.get("name"),
                        setting.get("meaning"),
                        type,
                        usual,
                        families(),
                        setting.find("secret").isPresent(),
                        setting.find("since"),
                        setting.words("alias"),
                        confidence());
        return numbers.length == 1 ? List.of(like) : series(like, numbers);
    }

    private List<Definition> series(Definition like, int[] numbers) {
        int first = setting.find("from").map(Integer::parseInt).orElse(1);
        List<Definition> series = new ArrayList<>(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            series.add(like.inPlace(new PValue(numbers[i]), PLACE, Integer.toString(first + i)));
        }
        return List.copyOf(series);
    }

    private List<Family> families() {
        List<Family> named = new ArrayList<>();
        for (String word : setting.words("families")) {
            named.addAll(DeviceModels.group(word));
        }
        if (named.isEmpty()) {
            throw setting.wrong("no family has it");
        }
        return List.copyOf(named);
    }

    private Confidence confidence() {
        String letter = setting.get("confidence");
        return switch (letter) {
            case "H" -> Confidence.HIGH;
            case "M" -> Confidence.MEDIUM;
            case "L" -> Confidence.LOW;
            default -> throw setting.wrong("confidence is H, M or L, not " + letter);
        };
    }
}
