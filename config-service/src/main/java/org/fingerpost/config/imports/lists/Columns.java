package org.fingerpost.config.imports.lists;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.problems.Problem;

/**
 * The columns of a device list, by its header, in any order. Which there are, {@link Column} knows;
 * what a row says in them, {@link Row}.
 *
 * <p>No complaint about a row quotes a cell: it may be a password, also where none belongs.
 */
public final class Columns {
    /** As many settings and variables as a device may have, and the three others. */
    private static final int MOST = 5_503;

    private final List<String> names;
    private final Map<Column, Integer> places;

    /**
     * @throws Problem if the header names a column that is not known, or not those that are needed
     */
    public Columns(List<String> header) {
        names = header.stream().map(String::strip).toList();
        if (names.size() > MOST) {
            throw unreadable("a list has " + MOST + " columns at the most");
        }
        if (!has(Column.Own.MAC) || !has(Column.Own.MODEL)) {
            throw unreadable(
                    "the first line names the columns: mac, model, and what else the list sets");
        }
        places = new HashMap<>();
        for (String name : names) {
            if (places.put(checked(name), places.size()) != null) {
                throw unreadable("the column " + name + " is there twice");
            }
        }
    }

    /** As the header has them, without spaces around. */
    public List<String> names() {
        return names;
    }

    /** The phone's address, if the row names one. */
    public Optional<MacAddress> mac(List<String> cells) {
        return cells.size() == names.size() ? row(cells).mac() : Optional.empty();
    }

    /**
     * What a row says.
     *
     * @throws Problem with the rule and the reason by which it says nothing that could be done
     */
    public ListedDevice read(List<String> cells) {
        if (cells.size() != names.size()) {
            throw Problem.invalid(
                    "wrong-columns",
                    "the row has " + cells.size() + " cells, and the header " + names.size());
        }
        return row(cells).device();
    }

    /** Does the sentence quote a cell that may hold a secret, wherever that belongs? */
    public boolean isQuotedIn(String sentence, List<String> cells) {
        List<Integer> shown = List.of(places.get(Column.Own.MAC), places.get(Column.Own.MODEL));
        return IntStream.range(0, cells.size())
                .filter(i -> !shown.contains(i) && cells.get(i).length() > 2)
                .anyMatch(i -> sentence.contains(cells.get(i)));
    }

    private Row row(List<String> cells) {
        return new Row(places, cells);
    }

    private boolean has(Column.Own own) {
        return names.stream().anyMatch(name -> own.name().equalsIgnoreCase(name));
    }

    private static Column checked(String name) {
        try {
            return Column.of(name);
        } catch (IllegalArgumentException e) {
            throw unreadable(
                    "there are columns mac, model, group, P-values, variables.NAME and"
                            + " accounts.NUMBER.P-value; "
                            + e.getMessage());
        }
    }

    private static Problem unreadable(String why) {
        return Problem.invalid("import-unreadable", why).with("line", 1);
    }
}
