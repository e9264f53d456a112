package org.fingerpost.k8s.sources;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the services do with Kafka, as their sources say it. */
public final class Streams {
    private static final Pattern GROUP = Pattern.compile("String GROUP = \"(fingerpost-[a-z-]+)\"");
    private static final Pattern PARTITIONS = Pattern.compile("int PARTITIONS = (\\d+)");
    private static final List<String> SERVICES = List.of("redirect", "config", "firmware");

    private Streams() {}

    public static List<String> services() {
        return SERVICES;
    }

    public static String stateOf(String service) {
        return "fingerpost." + service + ".state";
    }

    /** By which a control plane follows the sightings. */
    public static Set<String> groupsOf(String service) {
        return new TreeSet<>(
                found(Source.of(service), GROUP).map(match -> match.group(1)).toList());
    }

    /** All topics that are written. */
    public static Set<String> topics() {
        Set<String> topics = new TreeSet<>(SERVICES.stream().map(Streams::stateOf).toList());
        Pattern name = Pattern.compile("String NAME = \"(fingerpost\\.[a-z]+)\"");
        Stream.of(new Source("libs/door"), Source.of("redirect"))
                .flatMap(source -> found(source, name))
                .forEach(match -> topics.add(match.group(1)));
        return topics;
    }

    public static int partitionsOfSightings() {
        return found(new Source("libs/door"), PARTITIONS)
                .map(match -> Integer.parseInt(match.group(1)))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a text stands in a module's sources, however its lines are broken. */
    public static boolean says(Source source, String text) {
        return source.java().stream().anyMatch(each -> each.replaceAll("\\s+", " ").contains(text));
    }

    private static Stream<MatchResult> found(Source source, Pattern pattern) {
        return source.java().stream().flatMap(text -> pattern.matcher(text).results());
    }
}
