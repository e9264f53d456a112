package org.fingerpost.cli.strict;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fingerpost.cli.files.CfgBinary;
import org.fingerpost.cli.files.Flaw;
import org.fingerpost.cli.models.Asked;
import org.fingerpost.cli.walk.Outcome;
import org.fingerpost.cli.walk.Step;
import org.fingerpost.cli.walk.Walk;

/** How the files are written. */
final class FileChecks {
    /**
     * What needs no escape in a value (RFC 3986, section 2.3), besides escapes themselves and the
     * plus, which has its own check.
     */
    private static final Pattern ESCAPED = Pattern.compile("[A-Za-z0-9._~%+=&-]*");

    private static final int MOST_WORDS = 65_535;

    private FileChecks() {}

    static Stream<String> plus(Walk walk) {
        return binaries(walk, file -> CfgBinary.body(file).contains("+"))
                .map(
                        says(
                                "holds a bare +; whether phones read it as a space is not known:"
                                        + " write %20 or %2B"));
    }

    static Stream<String> unescaped(Walk walk) {
        return binaries(walk, file -> !ESCAPED.matcher(CfgBinary.body(file)).matches())
                .map(says("holds bytes that should be escaped as %XX"));
    }

    static Stream<String> oddSize(Walk walk) {
        return binaries(walk, file -> file.length % 2 != 0)
                .map(says("has an odd size; phones count in words of two bytes: pad with one NUL"));
    }

    static Stream<String> tooManyWords(Walk walk) {
        return binaries(walk, file -> (file.length + 1) / 2 > MOST_WORDS)
                .map(
                        says(
                                "has more than 65535 words; many phones know the low 16 bits of the"
                                        + " length only"));
    }

    static Stream<String> gnkey(Walk walk) {
        return flawed(walk, Flaw.Kind.GNKEY)
                .map(says("does not end with gnkey=0b82; phones then drop the whole update"));
    }

    static Stream<String> sealThatDoesNotOpen(Walk walk) {
        return walk.steps().stream()
                .filter(step -> hasFlaw(step, Flaw.Kind.SEAL))
                .map(step ->
                        step.name()
                                + " cannot be opened by a phone: "
                                + String.join("; ", step.problems()));
    }

    static Stream<String> mac(Walk walk) {
        var wrong =
                flawed(walk, Flaw.Kind.MAC)
                        .map(says("names another MAC address; the phone drops it"));
        var needless =
                walk.steps().stream()
                        .filter(step -> step.asked().generic())
                        .filter(step ->
                                step.outcome() instanceof Outcome.Read(var file)
                                        && file.mac().isPresent())
                        .map(
                                says(
                                        "is for every phone, yet has a <mac>; every other phone"
                                                + " drops it"));
        return Stream.concat(wrong, needless);
    }

    private static Stream<Step> binaries(Walk walk, Predicate<byte[]> holds) {
        return walk.steps().stream()
                .filter(step -> step.asked() == Asked.BINARY && step.status() == 200)
                .filter(step -> holds.test(step.body().bytes()));
    }

    private static Stream<Step> flawed(Walk walk, Flaw.Kind kind) {
        return walk.steps().stream().filter(step -> hasFlaw(step, kind));
    }

    private static boolean hasFlaw(Step step, Flaw.Kind kind) {
        return step.outcome() instanceof Outcome.Dropped(var why) && why.has(kind);
    }

    private static Function<Step, String> says(String what) {
        return step -> step.name() + " " + what;
    }
}
