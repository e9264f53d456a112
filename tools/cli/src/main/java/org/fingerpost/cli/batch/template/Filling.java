package org.fingerpost.cli.batch.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;

/**
 * The settings of one device: the template's, its holes filled, and those of the columns, which
 * win. Worked out once for all devices is what can be.
 */
public final class Filling {

    /** In a cell: the empty value. An empty cell says nothing, however it is quoted. */
    static final String CLEAR = "${}";

    private final List<Source> sources;

    /** Where one setting comes from. */
    private sealed interface Source {
        record Fixed(Setting setting) implements Source {}

        record Holes(PValue p, List<Part> parts) implements Source {}

        /** The cell, or what else there is if it is empty. */
        record Cell(PValue p, int column, Optional<Source> otherwise) implements Source {}
    }

    private sealed interface Part {
        record Literal(String text) implements Part {}

        record OwnMac() implements Part {}

        record FromCell(int column, String name) implements Part {}
    }

    public Filling(HoledTemplate template, Columns columns) {
        List<Source> all = new ArrayList<>();
        Set<PValue> inTemplate = new HashSet<>();
        for (var entry : template.entries()) {
            inTemplate.add(entry.p());
            Source source = source(entry, columns);
            all.add(
                    Optional.ofNullable(columns.pValues().get(entry.p()))
                            .<Source>map(column ->
                                    new Source.Cell(entry.p(), column, Optional.of(source)))
                            .orElse(source));
        }
        columns.pValues()
                .forEach((p, column) -> {
                    if (!inTemplate.contains(p)) {
                        all.add(new Source.Cell(p, column, Optional.empty()));
                    }
                });
        sources = List.copyOf(all);
    }

    private static Source source(HoledTemplate.Entry entry, Columns columns) {
        if (entry.text().isFixed()) {
            return new Source.Fixed(new Setting(entry.p(), entry.text().fixed()));
        }
        List<Part> parts = new ArrayList<>();
        for (var piece : entry.text().pieces()) {
            parts.add(
                    switch (piece) {
                        case HoledText.Piece.Literal(var text) -> new Part.Literal(text);
                        case HoledText.Piece.Hole(var name) -> hole(name, columns);
                    });
        }
        return new Source.Holes(entry.p(), parts);
    }

    private static Part hole(String name, Columns columns) {
        int column =
                columns.find(name)
                        .orElseThrow(() -> new IllegalStateException("no column for a hole"));
        return columns.isMac(column) ? new Part.OwnMac() : new Part.FromCell(column, name);
    }

    /**
     * @throws IllegalArgumentException with a sentence that quotes no value
     */
    public PValues fill(MacAddress mac, List<String> cells) {
        var settings = PValues.builder();
        for (Source source : sources) {
            put(source, mac, cells, settings);
        }
        return settings.build();
    }

    private static void put(
            Source source, MacAddress mac, List<String> cells, PValues.Builder settings) {
        switch (source) {
            case Source.Fixed(var setting) -> settings.put(setting);
            case Source.Holes(var p, var parts) ->
                    settings.put(new Setting(p, text(p, parts, mac, cells)));
            case Source.Cell(var p, var column, var otherwise) -> {
                String cell = cells.get(column);
                if (!cell.isEmpty()) {
                    settings.put(new Setting(p, cell.equals(CLEAR) ? "" : cell));
                } else if (otherwise.isPresent()) {
                    put(otherwise.orElseThrow(), mac, cells, settings);
                }
            }
        }
    }

    private static String text(PValue p, List<Part> parts, MacAddress mac, List<String> cells) {
        var text = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Part.Literal(var literal) -> text.append(literal);
                case Part.OwnMac() -> text.append(mac);
                case Part.FromCell(var column, var name) -> {
                    String cell = cells.get(column);
                    if (cell.isEmpty()) {
                        throw new IllegalArgumentException(
                                "the hole ${%s} of %s has no value; %s fills it with nothing"
                                        .formatted(name, p, CLEAR));
                    }
                    text.append(cell.equals(CLEAR) ? "" : cell);
                }
            }
        }
        return text.toString();
    }
}
