package org.fingerpost.cli.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.fingerpost.cli.plan.steps.Change;
import org.fingerpost.cli.plan.steps.Difference;
import org.fingerpost.cli.plan.steps.Plan;
import org.fingerpost.cli.plan.steps.Remark;
import org.fingerpost.cli.plan.steps.Wire;

/** A plan for a program to read: one JSON object. */
record PlanJson(Plan plan, List<Remark> unmeant) {

    String text() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode changes = json.putArray("changes");
        plan.changes().forEach(change -> changes.add(change(change)));
        json.set("kept", Wire.list(plan.kept()));
        json.set("refused", Wire.list(plan.obstacles()));
        json.set("cutOffs", remarks(unmeant));
        json.set("notes", Wire.list(plan.remarks()));
        return json + "\n";
    }

    private static ObjectNode change(Change change) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("action", change.verb());
        json.put("thing", change.thing().replaceFirst("^the (group|device) ", "$1:"));
        json.put("phones", change.effect().phones());
        ArrayNode differences = json.putArray("differences");
        for (Difference each : change.differences()) {
            ObjectNode difference = differences.addObject().put("name", each.name());
            each.before().ifPresent(value -> difference.put("before", value));
            each.after().ifPresent(value -> difference.put("after", value));
        }
        json.set("errors", remarks(change.effect().errors()));
        json.set("warnings", remarks(change.effect().warnings()));
        return json;
    }

    private static ArrayNode remarks(List<Remark> remarks) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Remark remark : remarks) {
            list.addObject()
                    .put("file", remark.spot().file())
                    .put("line", remark.spot().line())
                    .put("p", remark.p())
                    .put("why", remark.sentence());
        }
        return list;
    }
}
