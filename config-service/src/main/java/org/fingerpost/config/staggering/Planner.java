package org.fingerpost.config.staggering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.config.groups.Groups;
import org.fingerpost.config.turns.Pacing;
import org.fingerpost.config.turns.Turns;
import org.fingerpost.formats.model.DeviceModel;
import org.fingerpost.formats.model.DeviceModels;

/**
 * Shows how a provider's fleet would come. Up to {@link #COUNTED} devices are counted one by one; a
 * larger fleet is taken as evenly over its turns as draws are on the average, which costs as little
 * for a million devices as for none.
 */
@ApplicationScoped
class Planner {
    /** So many hashes take PostgreSQL half a second on a machine with much else to do. */
    static final long COUNTED = 100_000;

    /** Each is a walk over the devices. */
    private static final int KINDS_COUNTED = 20;

    private final Fleet fleet;
    private final Groups groups;

    Planner(Fleet fleet, Groups groups) {
        this.fleet = fleet;
        this.groups = groups;
    }

    /**
     * @param devices all that the provider has
     * @param counted whether each device was looked at
     */
    record Plan(long devices, Load load, boolean counted) {}

    /**
     * @param drawn whether the turns are already drawn with this key
     */
    @Transactional
    Plan of(long provider, Pacing pacing, boolean drawn) {
        Map<String, Optional<String>> parents = new HashMap<>();
        groups.of(provider).forEach(group -> parents.put(group.name(), group.parent()));
        Map<Turns.Kept, List<Fleet.Alike>> kinds = new LinkedHashMap<>();
        long devices = 0;
        for (Fleet.Alike alike : fleet.of(provider)) {
            devices += alike.devices();
            pacing.of(around(alike.group(), parents))
                    .flatMap(said -> kept(said, alike.model()))
                    .ifPresent(
                            kept -> kinds.computeIfAbsent(kept, _ -> new ArrayList<>()).add(alike));
        }
        boolean counted = drawn && devices <= COUNTED && kinds.size() <= KINDS_COUNTED;
        Load load = new Load();
        kinds.forEach((kept, alike) -> {
            List<Fleet.Share> shares =
                    counted
                            ? fleet.counted(provider, alike, pacing.key(), kept.pace().turns())
                            : onTheAverage(alike, kept.pace().turns());
            shares.forEach(share -> load.add(kept, share.turn(), share.devices()));
        });
        return new Plan(devices, load, counted);
    }

    private static Optional<Turns.Kept> kept(Pacing.Said said, String model) {
        return DeviceModels.find(model)
                .map(DeviceModel::family)
                .flatMap(family -> Turns.kept(said.pace(), family));
    }

    private static List<Fleet.Share> onTheAverage(List<Fleet.Alike> alike, int turns) {
        double each = alike.stream().mapToLong(Fleet.Alike::devices).sum() / (double) turns;
        List<Fleet.Share> shares = new ArrayList<>(turns);
        for (int turn = 0; turn < turns; turn++) {
            shares.add(new Fleet.Share(turn, each));
        }
        return shares;
    }

    /** The group and those around it; the database refuses groups that lie in themselves. */
    private static List<String> around(String group, Map<String, Optional<String>> parents) {
        List<String> around = new ArrayList<>();
        Optional<String> next = Optional.of(group).filter(name -> !name.isEmpty());
        while (next.isPresent() && !around.contains(next.get())) {
            around.add(next.get());
            next = parents.getOrDefault(next.get(), Optional.empty());
        }
        return around;
    }
}
