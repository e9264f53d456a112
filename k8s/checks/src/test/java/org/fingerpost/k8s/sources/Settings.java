package org.fingerpost.k8s.sources;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fingerpost.k8s.documents.Manifests;

/** The names by which a service can be set, as they stand in its sources and in what it uses. */
public final class Settings {
    private static final Pattern NAMED = Pattern.compile("\"(fingerpost\\.[a-z0-9.-]+)\"");
    private static final Pattern VARIABLE = Pattern.compile("\"(FINGERPOST_[A-Z0-9_]+)\"");
    private static final Pattern MAPPING =
            Pattern.compile("@ConfigMapping\\(prefix = \"(fingerpost[a-z0-9.-]*)\"\\)");
    private static final Pattern METHOD =
            Pattern.compile("^ +[\\w.<>]+ (\\w+)\\(\\);", Pattern.MULTILINE);

    private static final List<String> LIBS =
            List.of("door", "access", "outbox", "replica", "brokers");

    private Settings() {}

    /** As variables of the environment: {@code FINGERPOST_STATE_DIR}. */
    public static Set<String> variablesOf(String service) {
        Set<String> names = new TreeSet<>(announced());
        Source own = Source.of(service);
        own.properties().stringPropertyNames().forEach(name -> names.add(variable(name)));
        Stream.concat(
                        Stream.of(own),
                        service.equals("gateway")
                                ? Stream.of()
                                : LIBS.stream().map(lib -> new Source("libs/" + lib)))
                .flatMap(source -> source.java().stream())
                .forEach(text -> read(text, names));
        return names;
    }

    /** Variables that the launcher of one machine reads itself. */
    public static Set<String> variablesOfTheLauncher() {
        Set<String> names = new TreeSet<>();
        new Source("deploy/launcher").java().forEach(text -> read(text, names));
        return names;
    }

    /** Settings of Quarkus' and the JVM's that were looked up by hand. */
    public static Set<String> foreign() {
        return lines("foreign-settings.txt");
    }

    /** Names on which it was agreed with whoever is building what reads them. */
    private static Set<String> announced() {
        return lines("announced-settings.txt");
    }

    /** The same of metrics. */
    static Set<String> announcedMetrics() {
        return lines("announced-metrics.txt");
    }

    private static void read(String text, Set<String> names) {
        NAMED.matcher(text).results().forEach(found -> names.add(variable(found.group(1))));
        VARIABLE.matcher(text).results().forEach(found -> names.add(found.group(1)));
        Matcher mapping = MAPPING.matcher(text);
        if (mapping.find()) {
            METHOD.matcher(text)
                    .results()
                    .forEach(method ->
                            names.add(variable(mapping.group(1) + "." + dashed(method.group(1)))));
        }
    }

    private static String dashed(String method) {
        return method.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static Set<String> lines(String file) {
        String text =
                Manifests.text(
                        Manifests.root().resolve("k8s/checks/src/test/resources").resolve(file));
        return new TreeSet<>(
                text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList());
    }
}
