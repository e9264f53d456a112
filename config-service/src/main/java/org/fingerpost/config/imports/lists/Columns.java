package org.fingerpost.config.imports.lists;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fingerpost.config.settings.WishedSettings;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.formats.model.NearNames;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;
import org.fingerpost.problems.Problem;

/**
 * The columns of a device list, by its header, and what a row says in them: {@code mac}, {@code
 * model} and P-values, in any order. A new column is added here and nowhere else.
 *
 * <p>No complaint about a row quotes a cell: it may be a password, also where none belongs.
 *
 * @param names as the header has them, without spaces around
 */
public record Columns(List<String> names) {
    private static final String MAC = "mac";
    private static final String MODEL = "model";

    /** In a cell: the empty value, which clears the setting on the phone. */
    private static final String CLEAR = "${}";

    /** As many settings as a device may have, and the two others. */
    private static final int MOST = 5_002;

    private static final int LONGEST_CELL = 8_192;

    public Columns {
        names = names.stream().map(String::strip).toList();
        if (find(names, MAC).isEmpty() || find(names, MODEL).isEmpty()) {
            throw unreadable(
                    "the first line names the columns: mac, model, and the P-values that the list"
                            + " sets");
        }
        if (names.size() > MOST) {
            throw unreadable("a list has " + MOST + " columns at the most");
        }
        Set<String> known = new HashSet<>();
        for (String name : names) {
            check(name);
            if (!known.add(name.toLowerCase(Locale.ROOT))) {
                throw unreadable("the column " + name + " is there twice");
            }
        }
    }

    /**
     * The columns that a header names.
     *
     * @throws Problem if it names a column that is not known, or not those that are needed
     */
    public static Columns of(List<String> header) {
        return new Columns(header);
    }

    /** The phone's address, if the row names one. */
    public Optional<MacAddress> mac(List<String> cells) {
        return cells.size() == names.size()
                ? MacAddress.find(cells.get(at(MAC)).strip())
                        .filter(mac -> !mac.isZero() && !mac.isMulticast())
                : Optional.empty();
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
        MacAddress mac =
                mac(cells)
                        .orElseThrow(() ->
                                invalid(
                                        "the column mac holds no phone's address, which is twelve"
                                                + " hexadecimal digits"));
        return new ListedDevice(mac, model(cells.get(at(MODEL)).strip()), settings(cells));
    }

    /** The cells that may hold a secret, wherever they belong. */
    public boolean isQuotedIn(String sentence, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            boolean isSetting = i >= names.size() || isPValue(names.get(i));
            if (isSetting && cells.get(i).length() > 2 && sentence.contains(cells.get(i))) {
                return true;
            }
        }
        return false;
    }

    private WishedSettings settings(List<String> cells) {
        PValues.Builder settings = PValues.builder(names.size());
        for (int i = 0; i < names.size(); i++) {
            String cell = cells.get(i);
            if (isPValue(names.get(i)) && !cell.isEmpty()) {
                settings.put(setting(names.get(i), cell.equals(CLEAR) ? "" : cell));
            }
        }
        return new WishedSettings(settings.build());
    }

    private static Setting setting(String name, String value) {
        if (value.length() > LONGEST_CELL) {
            throw invalid(
                    "%s: a value may have %d characters, this one has %d"
                            .formatted(name, LONGEST_CELL, value.length()));
        }
        try {
            return Setting.of(name, value);
        } catch (IllegalArgumentException e) {
            throw invalid(e.getMessage());
        }
    }

    private static String model(String name) {
        if (DeviceModels.find(name).isPresent()) {
            return name;
        }
        List<String> near =
                NearNames.of(name, DeviceModels.all().stream().map(model -> model.name()));
        throw Problem.invalid(
                "unknown-model",
                "the column model names no model that is known here"
                        + (near.isEmpty() ? "" : ": is it " + String.join(", ", near) + "?"));
    }

    private int at(String column) {
        return find(names, column).orElseThrow();
    }

    private static Optional<Integer> find(List<String> names, String column) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(column)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static boolean isPValue(String name) {
        return !name.equalsIgnoreCase(MAC) && !name.equalsIgnoreCase(MODEL);
    }

    private static void check(String name) {
        if (isPValue(name)) {
            try {
                PValue.parse(name);
            } catch (IllegalArgumentException e) {
                throw unreadable("there are columns mac, model and P-values; " + e.getMessage());
            }
        }
    }

    private static Problem unreadable(String why) {
        return Problem.invalid("import-unreadable", why).with("line", 1);
    }

    private static Problem invalid(String why) {
        return Problem.invalid("invalid-field", why);
    }
}
