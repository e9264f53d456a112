package org.fingerpost.cli.plan;

import java.util.List;
import java.util.Optional;
import org.fingerpost.cli.plan.steps.Change;
import org.fingerpost.cli.plan.steps.Difference;
import org.fingerpost.cli.plan.steps.Plan;
import org.fingerpost.cli.plan.steps.Remark;

/** A plan for a person to read. */
record PlanText(Plan plan, List<Remark> unmeant) {
    private static final String INDENT = "    ";

    String text() {
        var text = new StringBuilder();
        plan.remarks().forEach(remark -> line(text, "note: " + remark));
        plan.changes().forEach(change -> change(text, change));
        if (!plan.kept().isEmpty()) {
            line(text, "not in the folder, and kept: " + String.join(", ", plan.kept()));
        }
        line(text, summary());
        plan.obstacles().forEach(obstacle -> line(text, "refused: " + obstacle));
        unmeant.forEach(remark ->
                line(
                        text,
                        "could cut phones off: "
                                + remark
                                + "; --acknowledge "
                                + remark.p()
                                + " if it is meant"));
        return text.toString();
    }

    private static void change(StringBuilder text, Change change) {
        String sign =
                switch (change.verb()) {
                    case "make" -> "+ ";
                    case "remove" -> "- ";
                    default -> "~ ";
                };
        line(text, sign + change.thing());
        change.differences().forEach(each -> line(text, INDENT + difference(each)));
        change.effect().warnings().forEach(each -> line(text, INDENT + "warning: " + each));
        long phones = change.effect().phones();
        if (phones > 0 && !isDevice(change)) {
            line(
                    text,
                    INDENT
                            + (phones == 1 ? "1 phone is" : phones + " phones are")
                            + " told something else");
        }
    }

    private static boolean isDevice(Change change) {
        return switch (change.step()) {
            case Change.Step.PutDevice _, Change.Step.DeleteDevice _ -> true;
            case Change.Step.PutGroup _,
                    Change.Step.DeleteGroup _,
                    Change.Step.PublishSheet _,
                    Change.Step.WithdrawSheet _ ->
                    false;
        };
    }

    private static String difference(Difference each) {
        Optional<String> before = each.before().map(PlanText::shown);
        Optional<String> after = each.after().map(PlanText::shown);
        if (before.isEmpty()) {
            return "+ " + each.name() + " = " + after.orElse("");
        }
        return after.map(is -> "~ " + each.name() + " = " + before.get() + " -> " + is)
                .orElseGet(() -> "- " + each.name() + " = " + before.get());
    }

    /** On one line, and nothing that a terminal would obey. */
    private static String shown(String value) {
        return value.isEmpty()
                ? "''"
                : value.replace("\r", "\\r").replace("\n", "\\n").replaceAll("\\p{Cntrl}", "?");
    }

    private String summary() {
        if (plan.changes().isEmpty()) {
            return "nothing to do";
        }
        return "%d to make, %d to change, %d to remove"
                .formatted(count("make"), count("change"), count("remove"));
    }

    private long count(String verb) {
        return plan.changes().stream().filter(change -> change.verb().equals(verb)).count();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
