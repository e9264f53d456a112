package org.fingerpost.cli.plan.steps;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.cli.folder.DesiredDevice;
import org.fingerpost.cli.folder.DesiredSheet;
import org.fingerpost.cli.folder.yaml.Text;

/** The folder's things as the API reads them. */
public final class Wire {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Wire() {}

    public static ObjectNode sheet(DesiredSheet sheet) {
        ObjectNode body = JSON.objectNode();
        body.set("templates", list(sheet.templates()));
        body.set("settings", texts(sheet.settings()));
        body.set("variables", texts(sheet.variables()));
        return body;
    }

    public static ObjectNode device(DesiredDevice device) {
        ObjectNode body = JSON.objectNode().put("model", device.model());
        device.group().ifPresent(group -> body.put("group", group));
        body.set("settings", texts(device.settings()));
        body.set("variables", texts(device.variables()));
        ObjectNode accounts = body.putObject("accounts");
        device.accounts()
                .forEach((number, settings) ->
                        accounts.set(Integer.toString(number), texts(settings)));
        return body;
    }

    /** What of a device matters for sheets. */
    static ObjectNode shape(DesiredDevice device) {
        ObjectNode body = JSON.objectNode().put("mac", device.mac()).put("model", device.model());
        device.group().ifPresent(group -> body.put("group", group));
        body.set("settings", list(device.ownSettings()));
        body.set("variables", list(device.variables().keySet()));
        return body;
    }

    public static ObjectNode parent(Optional<String> parent) {
        ObjectNode body = JSON.objectNode();
        parent.ifPresent(name -> body.put("parent", name));
        return body;
    }

    public static ArrayNode list(Collection<String> texts) {
        ArrayNode list = JSON.arrayNode();
        texts.forEach(list::add);
        return list;
    }

    private static ObjectNode texts(Map<String, Text> texts) {
        ObjectNode object = JSON.objectNode();
        texts.forEach((name, text) -> object.put(name, text.value()));
        return object;
    }
}
