package org.fingerpost.firmware.catalog;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.fingerpost.formats.mac.MacAddress;

/** The records of rollouts and of phones that are off their rules, by key. */
final class RolloutBook {
    private final Map<String, Records.Rollout> rollouts = new HashMap<>();
    private final Map<String, Records.Parked> parked = new HashMap<>();

    /**
     * @throws IllegalArgumentException if there is no rule in it; what was there stays
     */
    void put(String key, Records.Rollout rollout) {
        rollout.rule();
        rollouts.put(key, rollout);
    }

    /**
     * @throws IllegalArgumentException if it names no phone
     */
    void put(String key, Records.Parked phone) {
        phone.phone();
        parked.put(key, phone);
    }

    /** False when nothing was there. */
    boolean remove(String key) {
        return rollouts.remove(key) != null | parked.remove(key) != null;
    }

    void clear() {
        rollouts.clear();
        parked.clear();
    }

    Rollouts all() {
        Map<Long, Set<MacAddress>> off = new HashMap<>();
        parked.values()
                .forEach(phone ->
                        off.computeIfAbsent(phone.rollout(), any -> new HashSet<>())
                                .add(phone.phone()));
        return Rollouts.of(
                rollouts.values().stream()
                        .map(each -> each.ruled(off.getOrDefault(each.id(), Set.of())))
                        .toList());
    }
}
