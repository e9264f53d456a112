package org.fingerpost.formats.definition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.formats.datafile.DataFile;
import org.fingerpost.formats.datafile.Element;
import org.fingerpost.formats.model.Family;
import org.fingerpost.formats.pvalue.PValue;

/**
 * All definitions, by P-value and by name. Each is read when it is first asked for; nobody can see
 * that but by the clock. For use by many threads.
 */
public final class Definitions {

    private static final String INDEX = "themes.xml";

    private final List<Theme.Place> places = new ArrayList<>();

    /** Ascending; a number in the upper half, and in the lower which of the places it stands at. */
    private final long[] numbers;

    private volatile Map<String, List<Definition>> byName = Map.of();

    private Definitions(List<Theme> themes) {
        for (Theme theme : themes) {
            places.addAll(theme.places());
        }
        numbers = sorted(places);
    }

    /** Those of the data files in the jar. */
    public static Definitions load() {
        List<Theme> themes = new ArrayList<>();
        for (Element theme : DataFile.read(Definitions.class, INDEX).children()) {
            String file = theme.get("file");
            themes.add(new Theme(file, DataFile.bytes(Definitions.class, file)));
        }
        return new Definitions(themes);
    }

    static Definitions of(Theme... themes) {
        return new Definitions(List.of(themes));
    }

    /** All definitions of the number; no two of them are for one family. */
    public List<Definition> of(PValue p) {
        int at = Arrays.binarySearch(numbers, (long) p.number() << Integer.SIZE);
        List<Definition> found = new ArrayList<>(4);
        for (int i = at < 0 ? -at - 1 : at; i < numbers.length && number(i) == p.number(); i++) {
            for (Definition definition : places.get((int) numbers[i]).definitions()) {
                if (definition.p().equals(p)) {
                    found.add(definition);
                }
            }
        }
        return found;
    }

    public Optional<Definition> of(PValue p, Family family) {
        return of(p).stream().filter(definition -> definition.isFor(family)).findFirst();
    }

    /** The definition of that name for the family, whatever its number there. */
    public Optional<Definition> named(String name, Family family) {
        if (byName.isEmpty()) {
            byName = byName();
        }
        return byName.getOrDefault(name, List.of()).stream()
                .filter(definition -> definition.isFor(family))
                .findFirst();
    }

    /**
     * All of them, ascending by number.
     *
     * @throws org.fingerpost.formats.datafile.DataFileException if a data file is not what it
     *     should be, or says two things of one number or name on one family
     */
    public List<Definition> all() {
        List<Definition> all = new ArrayList<>(numbers.length);
        var byNumber = new Claims();
        var byName = new Claims();
        for (Theme.Place place : places) {
            for (Definition definition : place.definitions()) {
                byNumber.claim(definition.p().toString(), definition, place);
                byName.claim(definition.name(), definition, place);
                all.add(definition);
            }
        }
        all.sort((one, other) -> one.p().compareTo(other.p()));
        return all;
    }

    private Map<String, List<Definition>> byName() {
        Map<String, List<Definition>> names = new HashMap<>();
        for (Definition definition : all()) {
            names.computeIfAbsent(definition.name(), name -> new ArrayList<>(2)).add(definition);
        }
        return names;
    }

    private int number(int i) {
        return (int) (numbers[i] >> Integer.SIZE);
    }

    private static long[] sorted(List<Theme.Place> places) {
        long[] sorted = new long[1024];
        int count = 0;
        for (int i = 0; i < places.size(); i++) {
            for (int number : places.get(i).numbers()) {
                if (count == sorted.length) {
                    sorted = Arrays.copyOf(sorted, 2 * count);
                }
                sorted[count++] = (long) number << Integer.SIZE | i;
            }
        }
        sorted = Arrays.copyOf(sorted, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
