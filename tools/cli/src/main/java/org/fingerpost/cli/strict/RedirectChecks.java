package org.fingerpost.cli.strict;

import java.util.List;
import java.util.stream.Stream;
import org.fingerpost.cli.models.Asked;
import org.fingerpost.cli.walk.Secrets;
import org.fingerpost.cli.walk.Step;
import org.fingerpost.cli.walk.Walk;

/** What the first server says. */
final class RedirectChecks {
    private static final List<String> ROUTE = List.of("P212", "P237", "P192", "P6767");

    private RedirectChecks() {}

    /** Some families ask for the XML first, some never: both files must say the same. */
    static Stream<String> missingInOne(Walk walk) {
        var routes =
                atStart(walk)
                        .filter(step -> step.asked() == Asked.BINARY || step.asked() == Asked.XML)
                        .map(RedirectChecks::route)
                        .toList();
        var redirects = routes.stream().anyMatch(route -> !route.get(1).isEmpty());
        return redirects && routes.stream().distinct().count() > 1
                ? Stream.of(
                        "the redirect door says one thing in cfgMAC and another, or nothing, in"
                                + " cfgMAC.xml; families differ in which they ask first")
                : Stream.empty();
    }

    /** Anyone who knows a MAC may ask a redirect door. */
    static Stream<String> secrets(Walk walk) {
        return atStart(walk)
                .filter(step -> step.learned().keySet().stream().anyMatch(Secrets::include))
                .map(step ->
                        step.name()
                                + " at the redirect door holds a secret; anyone who knows a MAC may"
                                + " ask there");
    }

    /** Nothing if the phone was not sent on: what it asked first was its config server already. */
    private static Stream<Step> atStart(Walk walk) {
        return walk.steps().stream()
                .filter(_ -> sentOn(walk))
                .filter(step ->
                        step.folder().equals(walk.start()) && step.asked() != Asked.FIRMWARE);
    }

    private static List<String> route(Step step) {
        return ROUTE.stream().map(name -> step.learned().getOrDefault(name, "")).toList();
    }

    /** A token below the first folder is not another place. */
    private static boolean sentOn(Walk walk) {
        var start = walk.start();
        return walk.steps().stream()
                .filter(step -> step.asked() != Asked.FIRMWARE)
                .map(Step::folder)
                .anyMatch(folder ->
                        !folder.sameServer(start)
                                || !(folder.path() + "/").startsWith(start.path() + "/"));
    }
}
