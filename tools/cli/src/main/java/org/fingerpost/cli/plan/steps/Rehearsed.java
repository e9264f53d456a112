package org.fingerpost.cli.plan.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.fingerpost.cli.folder.DesiredGroup;
import org.fingerpost.cli.folder.DesiredSheet;
import org.fingerpost.cli.folder.Folder;
import org.fingerpost.cli.folder.yaml.Spot;
import org.fingerpost.cli.plan.steps.Change.Effect;
import org.fingerpost.cli.plan.steps.Change.Step;
import org.fingerpost.cli.service.ConfigService;

/**
 * The sheets that differ from what is published, as the service has rehearsed them.
 *
 * @param phonesOfMoves that the groups' moves concern
 */
record Rehearsed(List<Change> changes, long phonesOfMoves, List<String> troubles) {
    /** What is done before and after the sheets. */
    record Around(List<DesiredGroup> moves, List<Change> before, List<Change> after) {}

    static Rehearsed of(
            ConfigService service, Live live, Folder folder, Around around, List<String> gone) {
        List<DesiredSheet> asked =
                folder.sheets().stream().filter(sheet -> !isTheSame(live, sheet)).toList();
        boolean idle = asked.isEmpty() && gone.isEmpty() && around.moves().isEmpty();
        if (idle && around.after().isEmpty()) {
            return new Rehearsed(List.of(), 0, List.of());
        }
        JsonNode said = service.post("sheets:review", body(around, asked, gone));
        Map<String, JsonNode> steps = Planner.byName(said.path("sheets"), "name");
        List<Change> changes = new ArrayList<>();
        List<String> troubles = new ArrayList<>();
        for (DesiredSheet sheet : asked) {
            JsonNode step = steps.getOrDefault(sheet.name(), MissingNode.getInstance());
            if (!step.path("differences").isEmpty()) {
                changes.add(change(live, sheet, step));
                refuseDraft(live, sheet.name(), troubles);
            }
        }
        for (String name : gone) {
            JsonNode step = steps.getOrDefault(name, MissingNode.getInstance());
            Spot nowhere = new Spot(name, 1);
            changes.add(
                    new Change(
                            new Step.WithdrawSheet(name),
                            Difference.all(step.path("differences")),
                            effect(step.path("review"), _ -> nowhere)));
        }
        missing(said.path("groups").path("missing")).forEach(troubles::add);
        missing(said.path("missing")).forEach(troubles::add);
        return new Rehearsed(changes, said.path("groups").path("phones").asLong(), troubles);
    }

    private static void refuseDraft(Live live, String sheet, List<String> troubles) {
        live.drafter(sheet)
                .ifPresent(author ->
                        troubles.add(
                                sheet
                                        + " has a draft by "
                                        + author
                                        + ", which would be lost: publish or discard it first"));
    }

    /** By what the service shows of it; whatever has a secret has to be asked about. */
    private static boolean isTheSame(Live live, DesiredSheet sheet) {
        JsonNode wish = Wire.sheet(sheet);
        return live.said(sheet.name())
                .filter(said -> !said.toString().contains(Difference.MASK))
                .map(said -> said.equals(wish))
                .orElse(false);
    }

    private static JsonNode body(Around around, List<DesiredSheet> sheets, List<String> gone) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (!around.moves().isEmpty()) {
            ArrayNode groups = body.putArray("groups");
            around.moves()
                    .forEach(group ->
                            groups.add(Wire.parent(group.parent()).put("name", group.name())));
        }
        shapes(around.before(), body, "before");
        ArrayNode steps = body.putArray("sheets");
        sheets.forEach(sheet ->
                steps.addObject().put("name", sheet.name()).set("sheet", Wire.sheet(sheet)));
        gone.forEach(name -> steps.addObject().put("name", name));
        shapes(around.after(), body, "after");
        return body;
    }

    private static void shapes(List<Change> devices, ObjectNode body, String member) {
        if (devices.isEmpty()) {
            return;
        }
        ArrayNode all = body.putArray(member);
        for (Change change : devices) {
            if (change.step() instanceof Step.PutDevice(var device, _)) {
                all.add(Wire.shape(device));
            }
        }
    }

    private static Change change(Live live, DesiredSheet sheet, JsonNode step) {
        return new Change(
                new Step.PublishSheet(sheet, live.said(sheet.name()).isEmpty()),
                Difference.all(step.path("differences"), sheet::isReferred).stream()
                        .filter(each -> !each.name().equals("published"))
                        .toList(),
                effect(step.path("review"), sheet::spotOf).hiding(sheet::isReferred));
    }

    private static Effect effect(JsonNode review, Function<String, Spot> spots) {
        List<Remark> errors =
                Stream.concat(
                                remarks(review.path("errors"), spots).stream(),
                                stream(review.path("missing"))
                                        .map(hole ->
                                                new Remark(
                                                        spots.apply(hole.path("p").asText()),
                                                        hole.path("p").asText(),
                                                        sentence(hole))))
                        .toList();
        return new Effect(
                review.path("phones").asLong(),
                errors,
                remarks(review.path("warnings"), spots),
                remarks(review.path("cutOffs"), spots));
    }

    private static List<Remark> remarks(JsonNode list, Function<String, Spot> spots) {
        return stream(list)
                .map(each ->
                        new Remark(
                                spots.apply(each.path("p").asText()),
                                each.path("p").asText(),
                                each.path("why").asText()))
                .toList();
    }

    private static List<String> missing(JsonNode list) {
        return stream(list).map(hole -> hole.path("p").asText() + ": " + sentence(hole)).toList();
    }

    private static String sentence(JsonNode hole) {
        return "the hole ${%s} of %s has no value for %s, and so for %d phones"
                .formatted(
                        hole.path("hole").asText(),
                        hole.path("layer").asText(),
                        hole.path("device").asText(),
                        hole.path("phones").asLong());
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
