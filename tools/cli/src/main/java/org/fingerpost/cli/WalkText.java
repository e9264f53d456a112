package org.fingerpost.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.fingerpost.cli.address.Scheme;
import org.fingerpost.cli.claim.ProvisioningCentre;
import org.fingerpost.cli.lan.Start;
import org.fingerpost.cli.models.Phone;
import org.fingerpost.cli.strict.Finding;
import org.fingerpost.cli.walk.Outcome;
import org.fingerpost.cli.walk.Step;
import org.fingerpost.cli.walk.Walk;
import org.fingerpost.cli.wire.Reply;

/** A walk for people, line by line as it happens. */
final class WalkText {
    private final PrintWriter out;
    private final Shown shown;
    private int number;

    WalkText(PrintWriter out, Shown shown) {
        this.out = out;
        this.shown = shown;
    }

    void begin(Phone phone, Start start) {
        start.told().forEach((by, words) -> out.printf("%-9s %s%n", by, shown.told(by, words)));
        out.printf(
                "%s %s with firmware %s, out of the carton, asks %s%n",
                phone.model(), phone.mac(), phone.version(), shown.url(start.address()));
        out.flush();
    }

    void step(Step step) {
        number++;
        var asked = step.folder().scheme() == Scheme.TFTP ? "RRQ" : "GET";
        out.printf("%n%2d  %s %s%n", number, asked, shown.url(step.address()));
        out.printf("    %s%n", answer(step));
        var learned = learned(step);
        if (!learned.isEmpty()) {
            out.printf("    %s%n", learned);
        }
        step.problems().forEach(problem -> out.printf("    ! %s%n", problem));
        out.flush();
    }

    /** The call between the phases. */
    void said(ProvisioningCentre.Said said) {
        out.printf("%n    the provisioning centre takes the call%n");
        out.printf("    POST %s%n", shown.url(said.address()));
        out.printf("    %d, %d ms%n", said.status(), said.millis());
        out.flush();
    }

    void end(Walk walk, List<Finding> findings, boolean strict) {
        out.println();
        walk.troubles().forEach(trouble -> out.println("! " + trouble));
        findings.forEach(found -> out.println("! strict: " + found.sentence()));
        if (strict && findings.isEmpty()) {
            out.println("strict: nothing that would bite");
        }
        out.println(verdict(walk));
    }

    private static String answer(Step step) {
        var said =
                switch (step.reply()) {
                    case Reply.Silence _ -> "no answer";
                    case Reply.Answer answer ->
                            "%d, %,d bytes".formatted(answer.status(), answer.bytes());
                    case Reply.Transferred file -> "%,d bytes".formatted(file.bytes());
                    case Reply.Refused(var code, var text, var _) -> "error " + code + ": " + text;
                };
        return said + ", " + step.reply().millis() + " ms";
    }

    private String learned(Step step) {
        var probe = step.probe() ? "asked for --strict only: " : "";
        return switch (step.outcome()) {
            case Outcome.Read(var file) -> {
                var routing =
                        WalkJson.ROUTING.stream()
                                .filter(file.values()::containsKey)
                                .map(name ->
                                        name + "=" + shown.value(name, file.values().get(name)))
                                .collect(Collectors.joining("  "));
                yield probe
                        + values(file.values().size())
                        + (routing.isEmpty() ? "" : ": " + routing);
            }
            case Outcome.Downloaded(var _, var sha256) -> "firmware, sha256 " + sha256;
            case Outcome.NotThere() -> probe + "no such file, next";
            case Outcome.Busy _, Outcome.Dropped _, Outcome.Lost _ -> "";
        };
    }

    private static String values(int count) {
        return count == 1 ? "1 value" : count + " values";
    }

    private static String verdict(Walk walk) {
        if (!walk.configured()) {
            return "NOT CONFIGURED: a real phone would be left without a configuration";
        }
        var values = "configured, knows " + values(walk.settings().size());
        if (!walk.troubles().isEmpty()) {
            return values + ", but did not get its firmware";
        }
        return values
                + (walk.firmware().isPresent() ? ", has its firmware" : ", no newer firmware");
    }
}
