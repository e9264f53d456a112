package org.fingerpost.formats.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fingerpost.formats.datafile.DataFile;
import org.fingerpost.formats.datafile.Element;
import org.fingerpost.formats.model.Family;
import org.fingerpost.formats.pvalue.PValue;

/** All definitions, by P-value and by name. Immutable. */
public final class Definitions {

    private static final String INDEX = "themes.xml";

    private final Map<PValue, List<Definition>> byNumber = new TreeMap<>();
    private final Map<String, List<Definition>> byName = new HashMap<>();

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
        return Collections.unmodifiableList(byNumber.getOrDefault(p, List.of()));
    }

    public Optional<Definition> of(PValue p, Family family) {
        return of(p).stream().filter(definition -> definition.isFor(family)).findFirst();
    }

    /** The definition of that name for the family, whatever its number there. */
    public Optional<Definition> named(String name, Family family) {
        return byName.getOrDefault(name, List.of()).stream()
                .filter(definition -> definition.isFor(family))
                .findFirst();
    }

    /** The P-values that have a definition, ascending. */
    public Collection<PValue> numbers() {
        return Collections.unmodifiableCollection(byNumber.keySet());
    }

    /** All of them, ascending by number. */
    public List<Definition> all() {
        return byNumber.values().stream().flatMap(List::stream).toList();
    }

    private void add(Element where, Definition definition) {
        List<Definition> sameNumber =
                byNumber.computeIfAbsent(definition.p(), p -> new ArrayList<>(1));
        List<Definition> sameName =
                byName.computeIfAbsent(definition.name(), n -> new ArrayList<>(2));
        for (Family family : definition.families()) {
            refuse(where, definition, family, sameNumber);
            refuse(where, definition, family, sameName);
        }
        sameNumber.add(definition);
        sameName.add(definition);
    }

    private static void refuse(
            Element where, Definition definition, Family family, List<Definition> others) {
        for (Definition other : others) {
            if (other.isFor(family)) {
                throw where.wrong(definition + " and " + other + " are both for " + family.name());
            }
        }
    }
}
