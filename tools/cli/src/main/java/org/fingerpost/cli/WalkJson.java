package org.fingerpost.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.fingerpost.cli.lan.Start;
import org.fingerpost.cli.strict.Finding;
import org.fingerpost.cli.walk.Outcome;
import org.fingerpost.cli.walk.Step;
import org.fingerpost.cli.walk.Walk;
import org.fingerpost.cli.wire.Reply;

/** A walk for programs: one object. */
final class WalkJson {
    /** What decides the next steps, in the order people ask for it. */
    static final List<String> ROUTING =
            List.of("P212", "P237", "P234", "P235", "P6767", "P192", "P232", "P233", "P1359");

    private final Shown shown;

    WalkJson(Shown shown) {
        this.shown = shown;
    }

    String of(Start start, Walk walk, List<Finding> findings) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("mac", walk.phone().mac().digits());
        json.put("model", walk.phone().model());
        if (!start.told().isEmpty()) {
            var lan = json.putObject("lan");
            start.told().forEach((by, words) -> lan.put(by, shown.told(by, words)));
        }
        json.put("configured", walk.configured());
        var steps = json.putArray("steps");
        walk.steps().forEach(step -> steps.add(step(step)));
        var settings = json.putObject("settings");
        walk.settings().forEach((name, value) -> settings.put(name, shown.value(name, value)));
        walk.firmware().ifPresent(step -> json.set("firmware", firmware(step)));
        var problems = json.putArray("problems");
        walk.troubles().forEach(problems::add);
        findings.forEach(
                found -> problems.add("strict " + found.check() + ": " + found.sentence()));
        return json.toPrettyString();
    }

    private ObjectNode step(Step step) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("name", step.name());
        json.put("url", shown.url(step.address()));
        json.put("status", step.status());
        if (step.reply() instanceof Reply.Refused refused) {
            json.put("error", refused.code());
        }
        json.put("bytes", step.bytes());
        json.put("millis", step.reply().millis());
        if (step.probe()) {
            json.put("probe", true);
        }
        var learned = json.putObject("learned");
        if (step.outcome() instanceof Outcome.Read(var file)) {
            learned.put("values", file.values().size());
            ROUTING.stream()
                    .filter(file.values()::containsKey)
                    .forEach(name -> learned.put(name, shown.value(name, file.values().get(name))));
        }
        var problems = json.putArray("problems");
        step.problems().forEach(problems::add);
        return json;
    }

    private ObjectNode firmware(Step step) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("url", shown.url(step.address()));
        if (step.outcome() instanceof Outcome.Downloaded(var bytes, var sha256)) {
            json.put("bytes", bytes);
            json.put("sha256", sha256);
        }
        return json;
    }
}
