package org.fingerpost.k8s.sources;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fingerpost.k8s.documents.Manifests;

/**
 * The metrics that {@code docs/operations/metrics.md} has, which tests of the services hold against
 * what they expose, and queries held against these.
 */
public final class Metrics {
    private static final Pattern LINE =
            Pattern.compile("(?m)^\\| `(fingerpost_\\w+)` \\|[^|]*\\|[^|]*\\|([^|]*)\\|");
    private static final Pattern NAME = Pattern.compile("fingerpost_\\w+");
    private static final Pattern MADE = Pattern.compile("\"(fingerpost(?:\\.[a-z]+)+)\"");
    private static final Pattern SELECTOR = Pattern.compile("(fingerpost_\\w+)\\{([^}]*)}");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)\\s*\"");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|on|without) ?\\(([^)]*)\\)");

    /** Given by Prometheus to whatever it reads. */
    private static final Set<String> ADDED = Set.of("instance", "job");

    private Metrics() {}

    /** Labels by the names on the page. */
    public static Map<String, Set<String>> onThePage() {
        String page = Manifests.text(Manifests.root().resolve("docs/operations/metrics.md"));
        return LINE.matcher(page)
                .results()
                .collect(
                        Collectors.toMap(
                                line -> line.group(1),
                                line -> words(line.group(2).replace("`", "")),
                                (first, second) -> first,
                                TreeMap::new));
    }

    /** Names as the sources have them, with {@code _} for dots, without unit and {@code _total}. */
    public static Set<String> inTheSources() {
        Set<String> made = new TreeSet<>(Settings.announcedMetrics());
        Stream.of(
                        "libs/door",
                        "libs/outbox",
                        "libs/replica",
                        "redirect-service",
                        "config-service",
                        "firmware-service",
                        "gateway")
                .flatMap(module -> new Source(module).java().stream())
                .flatMap(text -> MADE.matcher(text).results())
                .forEach(found -> made.add(found.group(1).replace('.', '_')));
        return made;
    }

    /** What is wrong with a query in PromQL, in sentences: names and labels that nobody has. */
    public static List<String> unknownIn(String query) {
        Map<String, Set<String>> page = onThePage();
        List<String> wrong = new ArrayList<>();
        Set<String> labels = new TreeSet<>(ADDED);
        NAME.matcher(query)
                .results()
                .map(MatchResult::group)
                .forEach(name -> {
                    if (page.containsKey(name)) {
                        labels.addAll(page.get(name));
                    } else {
                        wrong.add("no metric " + name);
                    }
                });
        SELECTOR.matcher(query)
                .results()
                .forEach(selector -> {
                    Set<String> own = page.getOrDefault(selector.group(1), Set.of());
                    MATCHER.matcher(selector.group(2))
                            .results()
                            .map(matcher -> matcher.group(1))
                            .filter(label -> !own.contains(label) && !ADDED.contains(label))
                            .forEach(label ->
                                    wrong.add(selector.group(1) + " has no label " + label));
                });
        GROUPING.matcher(query)
                .results()
                .flatMap(group -> words(group.group(1)).stream())
                .filter(label -> !labels.contains(label))
                .forEach(label -> wrong.add("nothing here has the label " + label));
        return wrong;
    }

    private static Set<String> words(String text) {
        return new TreeSet<>(
                Arrays.stream(text.split("[, ]+")).filter(word -> !word.isEmpty()).toList());
    }
}
