package org.fingerpost.cli.plan.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.fingerpost.cli.folder.DesiredDevice;
import org.fingerpost.cli.plan.steps.Change.Effect;
import org.fingerpost.cli.plan.steps.Change.Step;
import org.fingerpost.cli.service.ConfigService;

/**
 * The devices that differ from what their phones are told.
 *
 * @param troubles for which nothing can be done
 */
record DeviceSteps(List<Change> changes, List<String> troubles) {
    /** An answer to these comes at once. */
    private static final int AT_ONCE = 100;

    /** The service takes 1 MiB; commas and the head of the body come to it. */
    private static final int BYTES_AT_ONCE = 900_000;

    static DeviceSteps of(ConfigService service, List<DesiredDevice> devices) {
        DeviceSteps steps = new DeviceSteps(new ArrayList<>(), new ArrayList<>());
        List<DesiredDevice> some = new ArrayList<>();
        ArrayNode wishes = JsonNodeFactory.instance.arrayNode();
        long bytes = 0;
        for (DesiredDevice device : devices) {
            ObjectNode wish = wish(device);
            long more = wish.toString().getBytes(StandardCharsets.UTF_8).length;
            if (some.size() == AT_ONCE || bytes + more > BYTES_AT_ONCE) {
                steps.review(service, some, wishes);
                some.clear();
                wishes = JsonNodeFactory.instance.arrayNode();
                bytes = 0;
            }
            some.add(device);
            wishes.add(wish);
            bytes += more;
        }
        steps.review(service, some, wishes);
        return steps;
    }

    private static ObjectNode wish(DesiredDevice device) {
        ObjectNode wish = JsonNodeFactory.instance.objectNode().put("mac", device.mac());
        wish.set("device", Wire.device(device));
        return wish;
    }

    private void review(ConfigService service, List<DesiredDevice> some, ArrayNode wishes) {
        if (some.isEmpty()) {
            return;
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("devices", wishes);
        JsonNode reviews = service.post("devices:review", body);
        for (int i = 0; i < some.size(); i++) {
            add(some.get(i), reviews.path(i));
        }
    }

    private void add(DesiredDevice device, JsonNode review) {
        List<Difference> differences =
                Difference.all(review.path("differences"), device::isReferred);
        if (review.path("heldBack").asBoolean()) {
            troubles.add(
                    device.spot()
                            + ": the device "
                            + device.mac()
                            + " has settings that are held back, and would be lost: publish them"
                            + " first");
        }
        if (!differences.isEmpty()) {
            changes.add(
                    new Change(
                            new Step.PutDevice(device, review.path("made").asBoolean()),
                            differences,
                            Effect.on(1)));
        }
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
