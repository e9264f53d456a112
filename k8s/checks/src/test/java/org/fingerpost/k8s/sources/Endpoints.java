package org.fingerpost.k8s.sources;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The operators' addresses as the services' resources have them in their sources. */
public record Endpoints(List<Endpoint> all) {
    private static final Pattern CLASS = Pattern.compile("(?m)^@Path\\(\"(/api/v1/[^\"]*)\"\\)");
    private static final Pattern METHOD =
            Pattern.compile("(?m)^    @(GET|POST|PUT|DELETE|PATCH)\\b(?:\\R    @(\\S.*))*");
    private static final Pattern BELOW = Pattern.compile("@Path\\(\"([^\"]*)\"\\)");

    /** {@code path}: a pattern that its calls match. */
    public record Endpoint(String method, Pattern path) {}

    public static Endpoints ofServices() {
        return new Endpoints(
                Stream.of("redirect", "config", "firmware")
                        .flatMap(service -> Source.of(service).java().stream())
                        .flatMap(Endpoints::of)
                        .toList());
    }

    /** Whether a resource answers this; {@code {id}} in the path stands for anything. */
    public boolean serve(String method, String path) {
        return all.stream()
                .anyMatch(each ->
                        each.method().equals(method)
                                && each.path().matcher(path.replaceAll("\\{\\w+}", "1")).matches());
    }

    private static Stream<Endpoint> of(String source) {
        Matcher resource = CLASS.matcher(source);
        if (!resource.find()) {
            return Stream.empty();
        }
        return METHOD.matcher(source)
                .results()
                .map(method -> {
                    Matcher below = BELOW.matcher(method.group());
                    String path = resource.group(1) + (below.find() ? below.group(1) : "");
                    return new Endpoint(
                            method.group(1),
                            Pattern.compile(path.replaceAll("\\{[^}]+}", "[^/]+")));
                });
    }
}
