package org.fingerpost.formats.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fingerpost.formats.datafile.DataFile;
import org.fingerpost.formats.datafile.Element;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.formats.model.Family;
import org.fingerpost.formats.pvalue.PValue;

/** All definitions, by P-value and by name. Does not change once it is made. */
public final class Definitions {

    private static final String INDEX = "themes.xml";

    private static final List<Family> FAMILIES = DeviceModels.families();

    private final Map<PValue, Shelf> byNumber = new TreeMap<>();
    private final Map<String, Shelf> byName = new HashMap<>();
    private final Map<List<Family>, Long> masks = new IdentityHashMap<>();

    private Definitions() {}

    /** Those of the data files in the jar, read anew: about a tenth of a second in a cold JVM. */
    public static Definitions load() {
        Element themes = DataFile.read(Definitions.class, INDEX);
        return of(
                themes.children().stream()
                        .map(theme -> DataFile.read(Definitions.class, theme.get("file")))
                        .toList());
    }

    static Definitions of(List<Element> files) {
        var all = new Definitions();
        for (Element file : files) {
            DefinitionReader.read(file, all::add);
        }
        return all;
    }

    /** All definitions of the number; no two of them are for one family. */
    public List<Definition> of(PValue p) {
        Shelf shelf = byNumber.get(p);
        return shelf == null ? List.of() : Collections.unmodifiableList(shelf.definitions);
    }

    public Optional<Definition> of(PValue p, Family family) {
        return of(p).stream().filter(definition -> definition.isFor(family)).findFirst();
    }

    /** The definition of that name for the family, whatever its number there. */
    public Optional<Definition> named(String name, Family family) {
        return Stream.ofNullable(byName.get(name))
                .flatMap(shelf -> shelf.definitions.stream())
                .filter(definition -> definition.isFor(family))
                .findFirst();
    }

    /** The P-values that have a definition, ascending. */
    public Collection<PValue> numbers() {
        return Collections.unmodifiableCollection(byNumber.keySet());
    }

    /** All of them, ascending by number. */
    public List<Definition> all() {
        return byNumber.values().stream().flatMap(shelf -> shelf.definitions.stream()).toList();
    }

    private void add(Element where, Definition definition) {
        long families = masks.computeIfAbsent(definition.families(), Definitions::mask);
        place(
                where,
                definition,
                families,
                byNumber.computeIfAbsent(definition.p(), p -> new Shelf()));
        place(
                where,
                definition,
                families,
                byName.computeIfAbsent(definition.name(), n -> new Shelf()));
    }

    private static void place(Element where, Definition definition, long families, Shelf shelf) {
        if ((shelf.taken & families) != 0) {
            throw where.wrong(
                    definition + " is for a family that has " + shelf.definitions + " already");
        }
        shelf.taken |= families;
        shelf.definitions.add(definition);
    }

    /** A bit for each family. */
    private static long mask(List<Family> families) {
        long mask = 0;
        for (Family family : families) {
            mask |= 1L << FAMILIES.indexOf(family);
        }
        return mask;
    }

    /** Definitions of one number or one name, and the families that they are for. */
    private static final class Shelf {
        private final List<Definition> definitions = new ArrayList<>(2);
        private long taken;
    }
}
