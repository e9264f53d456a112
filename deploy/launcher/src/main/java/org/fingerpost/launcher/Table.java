package org.fingerpost.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fingerpost.launcher.deployment.Standing;

/** What runs where, in columns. */
final class Table {
    private Table() {}

    static String of(List<Standing> standings) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("name", "pid", "ready", "address", "log"));
        standings.forEach(standing -> rows.add(row(standing)));
        int[] widths =
                IntStream.range(0, rows.getFirst().size())
                        .map(column ->
                                rows.stream()
                                        .mapToInt(row -> row.get(column).length())
                                        .max()
                                        .orElse(0))
                        .toArray();
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
    }

    private static List<String> row(Standing standing) {
        String pid = standing.outside() ? "outside" : "-";
        return List.of(
                standing.name().word(),
                standing.pid().isPresent() ? Long.toString(standing.pid().getAsLong()) : pid,
                standing.ready() ? "yes" : "no",
                standing.port().isPresent() ? standing.address() : "-",
                standing.log().toString());
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column ->
                        row.get(column) + " ".repeat(widths[column] - row.get(column).length()))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }
}
