package org.fingerpost.cli.strict;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fingerpost.cli.models.Family;
import org.fingerpost.cli.models.Family.Trait;
import org.fingerpost.cli.walk.Walk;

/** P-values that mean something else than one would think. */
final class ValueChecks {
    private ValueChecks() {}

    /** The guide's second mention is a misprint. */
    static Stream<String> p1349(Walk walk) {
        return walk.steps().stream()
                .filter(step -> step.learned().containsKey("P1349"))
                .map(step ->
                        step.name()
                                + " sets P1349, a switch for the idle screen; the XML password is"
                                + " P1359");
    }

    static Stream<String> upgradeNumber(Walk walk) {
        var family = walk.phone().family();
        return sentence(
                told(walk, "P194").isPresent() && said(upgradeTrouble(walk, family)),
                upgradeTrouble(walk, family));
    }

    static Stream<String> firmwareScheme(Walk walk) {
        var own = walk.phone().family().has(Trait.FIRMWARE_SCHEME);
        var scheme = told(walk, "P6767");
        var missing = own && told(walk, "P192").isPresent() && scheme.isEmpty();
        var ignored =
                !own
                        && scheme.isPresent()
                        && !scheme.equals(Optional.ofNullable(walk.settings().get("P212")));
        return Stream.concat(
                sentence(
                        missing,
                        "P192 is set without P6767, but on this family P212 does not cover"
                                + " firmware"),
                sentence(
                        ignored,
                        "P6767 differs from P212, but this family knows P212 only, for firmware"
                                + " too"));
    }

    private static String upgradeTrouble(Walk walk, Family family) {
        var number = told(walk, "P194").orElse("");
        if (family.has(Trait.NEW_UPGRADE_NUMBER) && told(walk, "P22296").isEmpty()) {
            return "P194 is set without P22296, which took its place on this family";
        }
        var known =
                family.has(Trait.FIRST_GENERATION)
                        ? Set.of("", "0", "1")
                        : Set.of("", "0", "1", "2", "3");
        return known.contains(number) ? "" : "P194 has a number that this family does not know";
    }

    private static boolean said(String sentence) {
        return !sentence.isEmpty();
    }

    private static Stream<String> sentence(boolean holds, String sentence) {
        return holds ? Stream.of(sentence) : Stream.empty();
    }

    /** What a file of this walk said last, probes aside. */
    private static Optional<String> told(Walk walk, String name) {
        return walk.steps().stream()
                .filter(step -> !step.probe() && step.learned().containsKey(name))
                .map(step -> step.learned().get(name))
                .reduce((_, last) -> last);
    }
}
