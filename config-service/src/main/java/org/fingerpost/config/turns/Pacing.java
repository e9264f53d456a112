package org.fingerpost.config.turns;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a provider wishes for its phones, and for those of its groups that have a pace of their own.
 *
 * @param own of every device that is in none of these groups
 */
public record Pacing(TurnKey key, Optional<Pace> own, Map<String, Pace> groups) {

    public Pacing {
        groups = Map.copyOf(groups);
    }

    /**
     * A device's pace.
     *
     * @param depth how many groups lie nearer to the device than whoever said it
     */
    public record Said(Pace pace, String layer, int depth) {}

    /**
     * What holds for a device: the nearest.
     *
     * @param around its group and the groups around that, the nearest first; empty if it is in none
     */
    public Optional<Said> of(List<String> around) {
        for (int depth = 0; depth < around.size(); depth++) {
            Pace pace = groups.get(around.get(depth));
            if (pace != null) {
                return Optional.of(new Said(pace, "staggering/" + around.get(depth), depth));
            }
        }
        return own.map(pace -> new Said(pace, "staggering", around.size()));
    }

    /** The same with another pace for the group, or for the provider if none is named. */
    public Pacing with(Optional<String> group, Pace pace) {
        if (group.isEmpty()) {
            return new Pacing(key, Optional.of(pace), groups);
        }
        Map<String, Pace> changed = new HashMap<>(groups);
        changed.put(group.get(), pace);
        return new Pacing(key, own, changed);
    }
}
