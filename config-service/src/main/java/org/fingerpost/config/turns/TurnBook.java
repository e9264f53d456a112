package org.fingerpost.config.turns;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.fingerpost.replica.Change;
import org.fingerpost.replica.Entry;
import org.fingerpost.replica.Follower;
import org.fingerpost.replica.Replica;
import org.jboss.logging.Logger;

/** How providers want their phones to come, in memory. */
@ApplicationScoped
public class TurnBook implements Follower {
    private static final Logger LOG = Logger.getLogger(TurnBook.class);
    private static final String STAGGERING = "staggering/";

    private final ObjectMapper json =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private volatile Map<String, Pacing> pacings = new ConcurrentHashMap<>();

    /** Nothing, if the provider has never said. */
    public Optional<Pacing> pacing(long provider) {
        return Optional.ofNullable(pacings.get(STAGGERING + provider));
    }

    @Override
    public void reloaded(Replica table) {
        Map<String, Pacing> fresh = new ConcurrentHashMap<>();
        table.forEach(STAGGERING, entry -> put(fresh, entry));
        pacings = fresh;
    }

    @Override
    public void changed(List<Change> changes) {
        for (Change change : changes) {
            if (change.key().startsWith(STAGGERING)) {
                switch (change) {
                    case Change.Put(Entry entry, var _) -> put(pacings, entry);
                    case Change.Gone gone -> pacings.remove(gone.key());
                }
            }
        }
    }

    /** What cannot be read leaves the last that could. */
    private void put(Map<String, Pacing> into, Entry entry) {
        try {
            into.put(entry.key(), json.readValue(entry.value(), State.class).pacing());
        } catch (IOException | RuntimeException e) {
            LOG.errorf("%s is of a kind that this version cannot read", entry.key());
        }
    }

    private record GroupState(String group, PaceForm pace) {}

    private record State(byte[] turnKey, PaceForm pace, List<GroupState> groups) {
        Pacing pacing() {
            if (turnKey == null) {
                throw new IllegalArgumentException("there is no turn key");
            }
            Map<String, Pace> ofGroups = new HashMap<>();
            for (GroupState each : groups == null ? List.<GroupState>of() : groups) {
                ofGroups.put(each.group, each.pace.toPace());
            }
            return new Pacing(
                    TurnKey.of(turnKey), Optional.ofNullable(pace).map(PaceForm::toPace), ofGroups);
        }
    }
}
