package org.fingerpost.cli.plan.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.fingerpost.cli.folder.DesiredDevice;
import org.fingerpost.cli.plan.steps.Change.Effect;
import org.fingerpost.cli.plan.steps.Change.Step;
import org.fingerpost.cli.service.ConfigService;

/** The devices that differ from what their phones are told. */
record DeviceSteps(ConfigService service, List<DesiredDevice> devices) {
    /** So many fit into a body, even if they say much. */
    private static final int AT_ONCE = 100;

    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (int from = 0; from < devices.size(); from += AT_ONCE) {
            List<DesiredDevice> some =
                    devices.subList(from, Math.min(from + AT_ONCE, devices.size()));
            JsonNode reviews = service.post("devices:review", body(some));
            for (int i = 0; i < some.size(); i++) {
                JsonNode review = reviews.path(i);
                List<Difference> differences = Difference.all(review.path("differences"));
                if (!differences.isEmpty() || review.path("heldBack").asBoolean()) {
                    changes.add(
                            new Change(
                                    new Step.PutDevice(
                                            some.get(i), review.path("made").asBoolean()),
                                    differences,
                                    Effect.on(1)));
                }
            }
        }
        return changes;
    }

    private static JsonNode body(List<DesiredDevice> devices) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode all = body.putArray("devices");
        devices.forEach(device ->
                all.addObject().put("mac", device.mac()).set("device", Wire.device(device)));
        return body;
    }

    /** It may come before the sheets: it stays where it is, and loses nothing that fills a hole. */
    static boolean onlyGains(Change change) {
        return change.step() instanceof Step.PutDevice(_, boolean made)
                && !made
                && change.differences().stream()
                        .allMatch(each ->
                                each.onlyAdds()
                                        && !each.name().equals("group")
                                        && !each.name().equals("model"));
    }
}
