package org.fingerpost.cli.strict;

import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.fingerpost.cli.walk.Step;
import org.fingerpost.cli.walk.Walk;
import org.fingerpost.cli.wire.Reply;

/** What an answer must not be, whatever it carries. */
final class AnswerChecks {
    private AnswerChecks() {}

    /** A redirect is configuration (P237), not HTTP. */
    static Stream<String> redirects(Walk walk) {
        return where(walk, (_, answer) -> answer.status() / 100 == 3 && answer.status() != 304)
                .map(step ->
                        step.name()
                                + " is answered with "
                                + step.status()
                                + "; phones do not follow HTTP redirects, send them on by P237");
    }

    /** Old firmware cannot do modern TLS: plain HTTP must keep answering. */
    static Stream<String> bouncesToHttps(Walk walk) {
        return where(walk, (step, answer) -> !step.folder().secure() && pointsToHttps(answer))
                .map(step ->
                        step.name()
                                + " is bounced from HTTP to HTTPS; old firmware cannot do modern"
                                + " TLS and is lost");
    }

    static Stream<String> framing(Walk walk) {
        return walk.steps().stream()
                .filter(step -> step.reply() instanceof Reply.Answer)
                .flatMap(step ->
                        ((Reply.Answer) step.reply())
                                .faults().stream()
                                        .map(fault ->
                                                "the answer to "
                                                        + step.name()
                                                        + " "
                                                        + fault.sentence()));
    }

    private static boolean pointsToHttps(Reply.Answer answer) {
        return answer.status() / 100 == 3
                && answer.headers()
                        .first("Location")
                        .filter(to -> to.toLowerCase(Locale.ROOT).startsWith("https:"))
                        .isPresent();
    }

    private static Stream<Step> where(Walk walk, BiPredicate<Step, Reply.Answer> holds) {
        return walk.steps().stream()
                .filter(step ->
                        step.reply() instanceof Reply.Answer answer && holds.test(step, answer));
    }
}
