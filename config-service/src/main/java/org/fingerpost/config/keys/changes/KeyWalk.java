package org.fingerpost.config.keys.changes;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.config.keys.ProviderKeys;
import org.fingerpost.config.keys.changes.SealedRoom.Stretch;
import org.fingerpost.config.secrets.ProviderKey;
import org.jboss.logging.Logger;

/**
 * Goes through a provider's sealed values after its key was changed, a short stretch a transaction,
 * and remembers in it how far it has come: whoever goes on, after a crash or beside this process,
 * goes on from there.
 */
@ApplicationScoped
class KeyWalk {
    private static final Logger LOG = Logger.getLogger(KeyWalk.class);

    /** Devices may have some hundred settings each: still far below a second. */
    private static final int STRETCH = 200;

    private final KeyWalkRows walks;
    private final ProviderKeys keys;
    private final Map<String, SealedRoom> rooms;
    private final Clock clock;

    KeyWalk(KeyWalkRows walks, ProviderKeys keys, @All List<SealedRoom> rooms, Clock clock) {
        this.walks = walks;
        this.keys = keys;
        this.rooms = new HashMap<>();
        rooms.forEach(room -> this.rooms.put(room.room(), room));
        this.clock = clock;
    }

    /** In the transaction that changes the key: everything is to be looked at. */
    @Transactional(Transactional.TxType.MANDATORY)
    void begin(long provider) {
        rooms.keySet().stream().sorted().forEach(room -> walks.begin(provider, room));
    }

    /**
     * One stretch.
     *
     * @return whether there was one to go
     */
    @Transactional
    boolean step() {
        Optional<KeyWalkRow> next = walks.next();
        next.ifPresent(this::step);
        return next.isPresent();
    }

    private void step(KeyWalkRow walk) {
        ProviderKey to = keys.of(walk.providerId);
        Map<String, ProviderKey> opening = keys.opening(walk.providerId);
        Stretch stretch =
                room(walk)
                        .reseal(
                                to,
                                id -> Optional.ofNullable(opening.get(id)),
                                walk.behind,
                                STRETCH);
        walk.behind = stretch.upTo();
        walk.resealed += stretch.resealed();
        walk.stuck += stretch.stuck();
        if (stretch.end()) {
            walk.endedAt = clock.instant();
            LOG.infof(
                    "provider %d: %s are sealed under %s (%d anew, %d do not open)",
                    walk.providerId, walk.room, to.keyId(), walk.resealed, walk.stuck);
        }
    }

    private SealedRoom room(KeyWalkRow walk) {
        return Optional.ofNullable(rooms.get(walk.room))
                .orElseThrow(() ->
                        new IllegalStateException(
                                "a key walk goes through a room of another version's: "
                                        + walk.room));
    }
}
