package org.fingerpost.config.imports.lists;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fingerpost.config.devices.wishes.WishedDevice;
import org.fingerpost.config.layers.shelves.SheetName;
import org.fingerpost.config.layers.variables.WishedVariables;
import org.fingerpost.config.settings.WishedSettings;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.formats.model.NearNames;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;
import org.fingerpost.problems.Problem;

/**
 * One row that has a cell in each column.
 *
 * @param places where each column stands
 */
record Row(Map<Column, Integer> places, List<String> cells) {
    /** In a cell: the empty value, which clears the setting on the phone. */
    private static final String CLEAR = "${}";

    private static final int LONGEST_CELL = 8_192;

    Optional<MacAddress> mac() {
        return MacAddress.find(own(Column.Own.MAC))
                .filter(mac -> !mac.isZero() && !mac.isMulticast());
    }

    ListedDevice device() {
        MacAddress mac =
                mac().orElseThrow(() ->
                        invalid(
                                "the column mac holds no phone's address, which is twelve"
                                        + " hexadecimal digits"));
        String model = model(own(Column.Own.MODEL));
        Optional<String> group = group(own(Column.Own.GROUP));
        PValues.Builder settings = PValues.builder(cells.size());
        Map<String, String> variables = new LinkedHashMap<>();
        SortedMap<Integer, PValues.Builder> accounts = new TreeMap<>();
        for (Column column : filled()) {
            String value = value(column);
            switch (column) {
                case Column.Own _ -> {}
                case Column.OfSetting(PValue p) -> settings.put(setting(p, value));
                case Column.OfVariable(String name) -> variables.put(name, value);
                case Column.OfAccount(int number, PValue p) ->
                        accounts.computeIfAbsent(number, _ -> PValues.builder())
                                .put(setting(p, value));
            }
        }
        SortedMap<Integer, WishedSettings> wished = new TreeMap<>();
        accounts.forEach((number, own) -> wished.put(number, new WishedSettings(own.build())));
        return new ListedDevice(
                mac,
                new WishedDevice(
                        model,
                        group,
                        new WishedSettings(settings.build()),
                        variables(variables),
                        wished));
    }

    /** In the order of the list: phones read a file from its beginning. */
    private List<Column> filled() {
        List<Column> filled = new ArrayList<>(places.keySet());
        filled.removeIf(column -> cells.get(places.get(column)).isEmpty());
        filled.sort(Comparator.comparing(places::get));
        return filled;
    }

    private String value(Column column) {
        String cell = cells.get(places.get(column));
        if (cell.length() > LONGEST_CELL) {
            throw invalid(
                    "%s: a value may have %d characters, this one has %d"
                            .formatted(column.label(), LONGEST_CELL, cell.length()));
        }
        return cell.equals(CLEAR) ? "" : cell;
    }

    /** Nothing if the list has no such column. */
    private String own(Column.Own column) {
        return Optional.ofNullable(places.get(column)).map(cells::get).orElse("").strip();
    }

    private static Optional<String> group(String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(SheetName.checkName(name));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("no-such-group", "the column group: " + e.getMessage());
        }
    }

    private static Setting setting(PValue p, String value) {
        try {
            return new Setting(p, value);
        } catch (IllegalArgumentException e) {
            throw invalid(e.getMessage());
        }
    }

    private static WishedVariables variables(Map<String, String> values) {
        try {
            return new WishedVariables(values);
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

    private static Problem invalid(String why) {
        return Problem.invalid("invalid-field", why);
    }
}
