package org.fingerpost.redirect.instructions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fingerpost.formats.catalogue.Catalogue;
import org.fingerpost.formats.definition.Definition;
import org.fingerpost.formats.definition.ValueType;
import org.fingerpost.formats.definition.ValueType.Choice.Word;
import org.fingerpost.formats.model.DeviceModel;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.formats.model.Family;
import org.fingerpost.formats.pvalue.PValue;

/**
 * Families that number a redirect's settings alike, by the catalogue.
 *
 * @param index 0 for phones of unknown family, then counting
 * @param automatic the P-value that says whether they look for new files: P194 or P22296
 * @param numbers its values, by what they mean
 * @param takesMinutes whether P193 is known to count minutes
 * @param dhcpFallback whether P145 knows 2: prefer DHCP, then fall back
 */
public record FamilyClass(
        int index,
        PValue automatic,
        Map<String, String> numbers,
        boolean takesMinutes,
        boolean dhcpFallback) {
    private static final PValue DHCP = new PValue(145);
    private static final PValue INTERVAL = new PValue(193);
    private static final PValue AUTOMATIC = new PValue(194);
    private static final PValue AUTOMATIC_OF_NEWER_ATAS = new PValue(22296);

    /**
     * What is safe to tell a phone that did not say what it is. P194 = 0 is never and 1 a look
     * again and again on all families: at the interval, or daily on some. Their 2 and 3 mean one
     * thing here and another there. P22296 is not told: who has it says what it is.
     */
    public static final FamilyClass UNKNOWN =
            new FamilyClass(0, AUTOMATIC, Map.of("never", "0", "at an interval", "1"), true, false);

    private static final List<FamilyClass> ALL = new ArrayList<>(List.of(UNKNOWN));
    private static final Map<String, FamilyClass> BY_MODEL = byModel();

    public FamilyClass {
        numbers = Map.copyOf(numbers);
    }

    /** That of the model as a phone spells it; {@link #UNKNOWN} if the model is not known. */
    public static FamilyClass of(String model) {
        // A phone spells its model as the list does; others take the longer way once.
        FamilyClass known = BY_MODEL.get(model);
        if (known != null) {
            return known;
        }
        return model.isEmpty()
                ? UNKNOWN
                : DeviceModels.find(model)
                        .map(found -> BY_MODEL.getOrDefault(found.name(), UNKNOWN))
                        .orElse(UNKNOWN);
    }

    /** How many there are. */
    public static int count() {
        return ALL.size();
    }

    public static List<FamilyClass> all() {
        return List.copyOf(ALL);
    }

    /** What the family's P-value has for it; nothing if it has nothing for it. */
    public Optional<String> number(AutoUpgrade wanted) {
        return Optional.ofNullable(numbers.get(wanted.meaning()));
    }

    private static Map<String, FamilyClass> byModel() {
        Map<Family, FamilyClass> classes = new HashMap<>();
        return DeviceModels.all().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                DeviceModel::name,
                                model ->
                                        classes.computeIfAbsent(
                                                model.family(), FamilyClass::classOf)));
    }

    private static FamilyClass classOf(Family family) {
        Catalogue catalogue = Catalogue.standard();
        Optional<Definition> automatic =
                catalogue
                        .find(AUTOMATIC, family)
                        .or(() -> catalogue.find(AUTOMATIC_OF_NEWER_ATAS, family));
        boolean fallback =
                catalogue.find(DHCP, family).stream()
                        .anyMatch(dhcp -> numbers(dhcp).containsValue("2"));
        FamilyClass made =
                new FamilyClass(
                        ALL.size(),
                        automatic.map(Definition::p).orElse(AUTOMATIC),
                        automatic.map(FamilyClass::numbers).orElse(UNKNOWN.numbers),
                        catalogue.find(INTERVAL, family).map(FamilyClass::isBounded).orElse(true),
                        fallback);
        return ALL.stream().filter(made::numberedAs).findFirst().orElseGet(() -> added(made));
    }

    private static FamilyClass added(FamilyClass made) {
        ALL.add(made);
        return made;
    }

    private boolean numberedAs(FamilyClass other) {
        return automatic.equals(other.automatic)
                && numbers.equals(other.numbers)
                && takesMinutes == other.takesMinutes
                && dhcpFallback == other.dhcpFallback;
    }

    private static Map<String, String> numbers(Definition definition) {
        return definition.type() instanceof ValueType.Choice choice
                ? choice.words().stream().collect(Collectors.toMap(Word::meaning, Word::value))
                : Map.of();
    }

    /** Where the catalogue gives no bounds, it is not sure that minutes are meant. */
    private static boolean isBounded(Definition interval) {
        return interval.type() instanceof ValueType.Number number && number.max().isPresent();
    }
}
