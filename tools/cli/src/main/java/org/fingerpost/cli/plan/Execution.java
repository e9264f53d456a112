package org.fingerpost.cli.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.Consumer;
import org.fingerpost.cli.folder.DesiredSheet;
import org.fingerpost.cli.plan.steps.Change;
import org.fingerpost.cli.plan.steps.Change.Step;
import org.fingerpost.cli.plan.steps.Plan;
import org.fingerpost.cli.plan.steps.Wire;
import org.fingerpost.cli.service.ConfigService;
import org.fingerpost.cli.service.RefusedException;
import org.fingerpost.cli.streams.Complaint;

/** Takes the steps of a plan, and stops at the first that is refused. */
record Execution(ConfigService service, Set<String> acknowledged, Consumer<String> done) {

    /**
     * @throws Complaint saying what was refused, and what had been done
     */
    void of(Plan plan) {
        int taken = 0;
        for (Change change : plan.changes()) {
            try {
                take(change.step());
            } catch (RefusedException refused) {
                throw new Complaint(
                        "%s: %s. %d of %d steps are done and stay; mend it and apply again"
                                .formatted(
                                        change.thing(),
                                        refused.getMessage(),
                                        taken,
                                        plan.changes().size()),
                        refused);
            }
            taken++;
            done.accept(change.thing());
        }
    }

    private void take(Step step) {
        switch (step) {
            case Step.PutGroup(var group, _) ->
                    service.put("groups/" + group.name(), Wire.parent(group.parent()));
            case Step.DeleteGroup(var name) -> service.delete("groups/" + name);
            case Step.PublishSheet(var sheet, _) -> publish(sheet);
            case Step.WithdrawSheet(var name) ->
                    service.post("sheets/" + name + "/withdraw", order());
            case Step.PutDevice(var device, _) ->
                    service.put("devices/" + device.mac(), Wire.device(device));
            case Step.DeleteDevice(var mac) -> service.delete("devices/" + mac);
        }
    }

    /** A draft that is refused would be in the way of the next try, and of everybody else. */
    private void publish(DesiredSheet sheet) {
        String path = "sheets/" + sheet.name();
        service.put(path + "/draft", Wire.sheet(sheet));
        try {
            service.post(path + "/publish", order());
        } catch (RefusedException refused) {
            try {
                service.delete(path + "/draft");
            } catch (RefusedException gone) {
                refused.addSuppressed(gone);
            }
            throw refused;
        }
    }

    private JsonNode order() {
        ObjectNode order = JsonNodeFactory.instance.objectNode();
        order.set("acknowledged", Wire.list(acknowledged));
        return order.put("note", "fingerpost apply");
    }
}
