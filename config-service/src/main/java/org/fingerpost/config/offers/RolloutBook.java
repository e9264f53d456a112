package org.fingerpost.config.offers;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fingerpost.config.layers.shelves.FirmwareOffer;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.model.DeviceModel;
import org.fingerpost.replica.Change;
import org.fingerpost.replica.Entry;
import org.fingerpost.replica.Follower;
import org.fingerpost.replica.Replica;
import org.fingerpost.rule.Rule;
import org.jboss.logging.Logger;

/** Follows the rollouts of the firmware service: by rule, a phone is told of another release. */
@ApplicationScoped
public class RolloutBook implements Follower {
    private static final Logger LOG = Logger.getLogger(RolloutBook.class);
    private static final String ROLLOUTS = "rollout/";
    private static final String PARKED = "parked/";
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());

    private final Map<String, Ruled> rollouts = new HashMap<>();
    private final Map<String, Off> parked = new HashMap<>();
    private volatile Map<Long, List<Ruled>> byProvider = Map.of();
    private volatile Map<Long, Set<MacAddress>> off = Map.of();

    private record Ruled(long id, long provider, Rule rule, FirmwareOffer offer) {}

    private record Off(long rollout, MacAddress mac) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record ParkedState(long rollout, String mac) {}

    /**
     * What a rule gives the phone, of several the newest.
     *
     * @param version that the phone says it runs
     */
    public Optional<FirmwareOffer> to(
            long provider, MacAddress mac, DeviceModel model, Optional<String> version) {
        for (Ruled ruled : byProvider.getOrDefault(provider, List.of())) {
            if (ruled.rule.lets(mac, model, version)
                    && !off.getOrDefault(ruled.id, Set.of()).contains(mac)) {
                return Optional.of(ruled.offer);
            }
        }
        return Optional.empty();
    }

    @Override
    public void reloaded(Replica table) {
        rollouts.clear();
        parked.clear();
        table.forEach(ROLLOUTS, this::put);
        table.forEach(PARKED, this::put);
        swap();
    }

    @Override
    public void changed(List<Change> changes) {
        boolean touched = false;
        for (Change change : changes) {
            if (change.key().startsWith(ROLLOUTS) || change.key().startsWith(PARKED)) {
                switch (change) {
                    case Change.Put(Entry entry, var _) -> put(entry);
                    case Change.Gone gone -> {
                        rollouts.remove(gone.key());
                        parked.remove(gone.key());
                    }
                }
                touched = true;
            }
        }
        if (touched) {
            swap();
        }
    }

    private void swap() {
        Map<Long, Set<MacAddress>> phones = new HashMap<>();
        parked.values()
                .forEach(each ->
                        phones.computeIfAbsent(each.rollout, any -> new HashSet<>()).add(each.mac));
        off = Map.copyOf(phones);
        byProvider =
                rollouts.values().stream()
                        .sorted(Comparator.comparing(Ruled::id).reversed())
                        .collect(Collectors.groupingBy(Ruled::provider));
    }

    private void put(Entry entry) {
        try {
            if (entry.key().startsWith(PARKED)) {
                ParkedState state = JSON.readValue(entry.value(), ParkedState.class);
                parked.put(entry.key(), new Off(state.rollout, MacAddress.parse(state.mac)));
            } else {
                RolloutState state = JSON.readValue(entry.value(), RolloutState.class);
                rollouts.put(
                        entry.key(),
                        new Ruled(state.id(), state.provider(), state.rule(), state.offer()));
            }
        } catch (IOException | RuntimeException e) {
            // The last good value stays.
            LOG.errorf(
                    "%s is of a kind that this version cannot read (%s)",
                    entry.key(), entry.type());
        }
    }
}
