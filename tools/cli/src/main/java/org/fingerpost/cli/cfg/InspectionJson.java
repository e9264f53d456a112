package org.fingerpost.cli.cfg;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.fingerpost.formats.inspect.Inspection;

/** What was found, for programs. */
final class InspectionJson {

    private InspectionJson() {}

    static String of(Inspection found) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("kind", found.kind().id());
        root.put("sound", found.isSound());
        var facts = root.putObject("facts");
        found.facts().forEach(fact -> facts.put(fact.name(), fact.text()));
        var faults = root.putArray("faults");
        for (Inspection.Fault fault : found.faults()) {
            faults.addObject()
                    .put("offset", fault.offset())
                    .put("severity", CfgInspectCommand.word(fault.severity()))
                    .put("sentence", fault.sentence());
        }
        return root.toPrettyString() + "\n";
    }
}
