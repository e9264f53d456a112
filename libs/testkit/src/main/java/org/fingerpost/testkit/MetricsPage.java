package org.fingerpost.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code docs/operations/metrics.md} held against what a running service exposes, in both
 * directions. A line of the page's tables is
 *
 * <pre>| `name` | type | unit | labels | services | when | meaning |</pre>
 */
public final class MetricsPage {
    private static final Pattern SERIES = Pattern.compile("(fingerpost_\\w+)(?:\\{(.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");
    private static final String ALWAYS = "always";

    private final List<Line> lines;

    private MetricsPage(List<Line> lines) {
        this.lines = lines;
    }

    /** One metric as the page has it. */
    private record Line(String name, Set<String> labels, Set<String> services, String when) {}

    /** The page of these sources, looked for from the running test's folder upwards. */
    public static MetricsPage read() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/operations/metrics.md"))) {
            folder = folder.getParent();
        }
        try {
            return new MetricsPage(
                    Files.readAllLines(folder.resolve("docs/operations/metrics.md")).stream()
                            .filter(line -> line.startsWith("| `fingerpost_"))
                            .map(MetricsPage::line)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What the page and the service do not agree about, in sentences.
     *
     * @param service redirect, config, firmware or gateway
     * @param exposed what {@code /q/metrics} says
     */
    public List<String> differences(String service, String exposed) {
        Map<String, Set<String>> there = exposed(exposed);
        List<String> differences = new ArrayList<>();
        Map<String, Line> known = new TreeMap<>();
        for (Line line : lines) {
            if (line.services().contains(service)) {
                known.put(line.name(), line);
                if (line.when().equals(ALWAYS) && !there.containsKey(line.name())) {
                    differences.add(line.name() + " is on the page and not exposed");
                }
            }
        }
        there.forEach((name, labels) -> {
            Line line = known.get(name);
            if (line == null) {
                differences.add(name + " is exposed and not on the page");
            } else if (!line.labels().equals(labels)) {
                differences.add(name + " has the labels " + labels + ", not " + line.labels());
            }
        });
        return differences;
    }

    private static Line line(String text) {
        String[] cells = text.substring(1).split("\\|");
        return new Line(
                words(cells[0]).iterator().next(),
                words(cells[3]),
                words(cells[4]),
                cells[5].strip());
    }

    private static Set<String> words(String cell) {
        return new TreeSet<>(
                Arrays.stream(cell.replace("`", "").split("[, ]+"))
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    private static Map<String, Set<String>> exposed(String text) {
        Map<String, Set<String>> names = new TreeMap<>();
        text.lines()
                .map(SERIES::matcher)
                .filter(Matcher::matches)
                .forEach(series -> {
                    Set<String> labels =
                            names.computeIfAbsent(series.group(1), name -> new TreeSet<>());
                    LABEL.matcher(series.group(2) == null ? "" : series.group(2))
                            .results()
                            .forEach(label -> labels.add(label.group(1)));
                });
        return names;
    }
}
