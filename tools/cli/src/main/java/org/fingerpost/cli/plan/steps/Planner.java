package org.fingerpost.cli.plan.steps;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fingerpost.cli.folder.DesiredDevice;
import org.fingerpost.cli.folder.DesiredGroup;
import org.fingerpost.cli.folder.Folder;
import org.fingerpost.cli.plan.steps.Change.Effect;
import org.fingerpost.cli.plan.steps.Change.Step;
import org.fingerpost.cli.service.ConfigService;

/**
 * Finds the steps from what is there to what the folder says, and asks the service what they would
 * mean. Changes nothing.
 *
 * <p>The order: groups, the outer first; devices that only gain something, so that a sheet's new
 * holes find their values; sheets, templates first; all other devices; what goes away.
 */
public final class Planner {
    private final ConfigService service;
    private final Folder folder;
    private final boolean prune;
    private final Live live;
    private final List<String> troubles = new ArrayList<>();

    private Planner(ConfigService service, Folder folder, boolean prune) {
        this.service = service;
        this.folder = folder;
        this.prune = prune;
        // The operator's sheets have no groups beneath them.
        this.live = Live.of(service, !folder.kinds().contains("platform"));
    }

    /**
     * @param prune what the folder does not have goes away
     * @throws org.fingerpost.cli.service.RefusedException if the service refuses to say
     */
    public static Plan plan(ConfigService service, Folder folder, boolean prune) {
        return new Planner(service, folder, prune).plan();
    }

    private Plan plan() {
        Leftovers left = Leftovers.of(live, folder, prune);
        DeviceSteps devices = DeviceSteps.of(service, folder.devices());
        Map<Boolean, List<Change>> sides =
                devices.changes().stream()
                        .collect(Collectors.partitioningBy(DeviceSteps::onlyGains));
        List<Change> before = sides.get(true);
        List<Change> after = sides.get(false);
        Rehearsed sheets =
                Rehearsed.of(
                        service,
                        live,
                        folder,
                        new Rehearsed.Around(moves(), before, after),
                        prune ? left.sheets() : List.of());
        List<Change> changes = new ArrayList<>(groups(sheets.phonesOfMoves()));
        changes.addAll(before);
        changes.addAll(sheets.changes());
        changes.addAll(after);
        if (prune) {
            left.devices().forEach(mac -> changes.add(gone(new Step.DeleteDevice(mac), 1)));
            left.groups().forEach(name -> changes.add(gone(new Step.DeleteGroup(name), 0)));
        }
        checkGroups();
        troubles.addAll(devices.troubles());
        troubles.addAll(sheets.troubles());
        return new Plan(
                List.copyOf(changes),
                List.copyOf(troubles),
                prune ? List.of() : left.sentences(),
                folder.remarks());
    }

    private static Change gone(Step step, long phones) {
        return new Change(step, List.of(), Effect.on(phones));
    }

    private List<DesiredGroup> moves() {
        return folder.groups().stream()
                .filter(group -> !live.groups().containsKey(group.name()) || moves(group))
                .toList();
    }

    private boolean moves(DesiredGroup group) {
        return !group.parent().equals(live.groups().get(group.name()));
    }

    /**
     * @param phones that the moves together concern; told of the last, so that they are told once
     */
    private List<Change> groups(long phones) {
        List<Change> changes = new ArrayList<>();
        List<DesiredGroup> moves = moves();
        for (DesiredGroup group : moves) {
            boolean made = !live.groups().containsKey(group.name());
            Optional<String> was = live.groups().getOrDefault(group.name(), Optional.empty());
            boolean last = group.equals(moves.getLast());
            changes.add(
                    new Change(
                            new Step.PutGroup(group, made),
                            was.equals(group.parent())
                                    ? List.of()
                                    : List.of(new Difference("parent", was, group.parent())),
                            Effect.on(last ? phones : 0)));
        }
        return changes;
    }

    /** A group that is used must be there, or come. */
    private void checkGroups() {
        for (DesiredGroup group : folder.groups()) {
            group.parent()
                    .filter(parent -> !isThere(parent))
                    .ifPresent(
                            parent -> troubles.add(group.spot() + ": there is no group " + parent));
        }
        for (DesiredDevice device : folder.devices()) {
            device.group()
                    .filter(group -> !isThere(group))
                    .ifPresent(
                            group -> troubles.add(device.spot() + ": there is no group " + group));
        }
    }

    private boolean isThere(String group) {
        return folder.hasGroup(group) || live.groups().containsKey(group);
    }

    static Map<String, JsonNode> byName(JsonNode list, String member) {
        Map<String, JsonNode> byName = new LinkedHashMap<>();
        list.forEach(each -> byName.put(each.path(member).asText(), each));
        return byName;
    }
}
