package org.fingerpost.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fingerpost.k8s.documents.Document;
import org.fingerpost.k8s.documents.Manifests;
import org.fingerpost.k8s.sources.Endpoints;
import org.fingerpost.k8s.sources.Settings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What runbooks tell people to type is there: addresses of the API, variables, sets, jobs. */
class RunbooksTest {
    private static final Pattern CALL =
            Pattern.compile("\\b(GET|POST|PUT|DELETE) \"?(?:\\$\\w+)?(/api/v1/[^\\s\"`?]+)");
    private static final Pattern VARIABLE = Pattern.compile("\\bFINGERPOST_[A-Z0-9_]+");
    private static final Pattern OBJECT = Pattern.compile("\\b(statefulset|job)/([a-z-]+)");

    static List<Path> runbooks() throws IOException {
        try (Stream<Path> files = Files.list(Manifests.root().resolve("docs/operations"))) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("runbooks")
    void eachAddressOfTheApiIsServed(Path page) {
        Endpoints served = Endpoints.ofServices();

        CALL.matcher(Manifests.text(page))
                .results()
                .forEach(call ->
                        assertThat(served.serve(call.group(1), call.group(2)))
                                .as(call.group())
                                .isTrue());
    }

    @ParameterizedTest
    @MethodSource("runbooks")
    void eachVariableIsReadBySomebody(Path page) {
        Set<String> known = new TreeSet<>();
        Stream.of("redirect", "config", "firmware", "gateway")
                .forEach(service -> known.addAll(Settings.variablesOf(service)));
        known.addAll(Settings.variablesOfTheLauncher());
        known.addAll(Settings.foreign());

        VARIABLE.matcher(Manifests.text(page))
                .results()
                .map(found -> found.group())
                // a name that stands for many
                .filter(name -> !name.endsWith("_"))
                .forEach(name -> assertThat(known).contains(name));
    }

    @ParameterizedTest
    @MethodSource("runbooks")
    void eachSetAndJobIsInTheBase(Path page) {
        List<String> base =
                Manifests.in("k8s/base").stream()
                        .filter(each -> each.is("StatefulSet") || each.is("Job"))
                        .map(Document::name)
                        .toList();

        OBJECT.matcher(Manifests.text(page))
                .results()
                .forEach(object -> assertThat(base).contains(object.group(2)));
    }
}
