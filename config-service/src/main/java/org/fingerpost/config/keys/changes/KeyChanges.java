package org.fingerpost.config.keys.changes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.List;
import org.fingerpost.access.Caller;
import org.fingerpost.audit.Audit;
import org.fingerpost.audit.Decision;
import org.fingerpost.config.keys.ProviderKeys;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.seals.WrappedKey;
import org.fingerpost.outbox.Outbox;
import org.fingerpost.problems.Problem;

/** Changes providers' keys. A change is one transaction; the walk that follows it is many. */
@ApplicationScoped
public class KeyChanges {
    /** Each is a record at every door; who needs more has not retired what is done with. */
    private static final int MOST = 10;

    private final KeyWalkRows walks;
    private final ProviderKeys keys;
    private final KeyWalk walk;
    private final Audit audit;
    private final Outbox outbox;
    private final Instance<KeyUser> users;

    KeyChanges(
            KeyWalkRows walks,
            ProviderKeys keys,
            KeyWalk walk,
            Audit audit,
            Outbox outbox,
            Instance<KeyUser> users) {
        this.walks = walks;
        this.keys = keys;
        this.walk = walk;
        this.audit = audit;
        this.outbox = outbox;
        this.users = users;
    }

    /** How far the sealing under the current key has come in a room. */
    public record Progress(String room, long resealed, long stuck, boolean done) {}

    /** A provider's keys as they are. */
    public record Standing(List<ProviderKeys.Live> keys, List<Progress> walks, long commit) {}

    @Transactional
    public Standing of(long provider) {
        return standing(provider, 0);
    }

    /** From now on values are sealed under a new key; what is sealed already follows. */
    @Transactional
    public Standing rotate(Caller by, long provider) {
        ProviderKeys.Live before =
                keys.lockCurrent(provider)
                        .orElseThrow(() ->
                                Problem.conflict(
                                        "no-provider-key",
                                        "there is no key yet: the first is made when something is"
                                                + " sealed"));
        if (walks.of(provider).stream().anyMatch(room -> room.endedAt == null)) {
            throw Problem.conflict(
                    "key-walk-under-way", "values are still being sealed under " + before.keyId());
        }
        if (keys.live(provider).size() >= MOST) {
            throw Problem.conflict(
                    "too-many-provider-keys",
                    "a provider has " + MOST + " keys at the most: retire old ones");
        }
        ProviderKey fresh = keys.supersede(provider);
        walk.begin(provider);
        audit.record(
                decision(by, "provider-key-rotated", provider, fresh.keyId())
                        .was(new Named(before.keyId()))
                        .is(new Named(fresh.keyId())));
        return standing(provider, outbox.commitNumber());
    }

    /** An old key under which nothing is sealed any more opens nothing any more. */
    @Transactional
    public Standing retire(Caller by, long provider, String keyId) {
        ProviderKeys.Live key =
                keys.live(provider).stream()
                        .filter(each -> each.keyId().equals(keyId))
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("no key " + keyId));
        if (key.current()) {
            throw inUse("values are sealed under " + keyId + " now: rotate first");
        }
        List<KeyWalkRow> rooms = walks.of(provider);
        if (rooms.stream().anyMatch(room -> room.endedAt == null)) {
            throw inUse("values are still being sealed anew: see GET /api/v1/keys");
        }
        if (!rooms.stream().allMatch(KeyWalkRow::isClean)) {
            throw inUse(
                    "some values did not open and may be sealed under "
                            + keyId
                            + ": set them anew, then rotate again");
        }
        for (KeyUser user : users) {
            user.needs(provider, keyId)
                    .ifPresent(what -> {
                        throw inUse(what + " need it");
                    });
        }
        long commit = keys.retire(provider, keyId);
        audit.record(decision(by, "provider-key-retired", provider, keyId).was(new Named(keyId)));
        return standing(provider, commit);
    }

    private Standing standing(long provider, long commit) {
        return new Standing(
                keys.live(provider),
                walks.of(provider).stream()
                        .map(at -> new Progress(at.room, at.resealed, at.stuck, at.endedAt != null))
                        .toList(),
                commit);
    }

    private static Problem inUse(String why) {
        return Problem.conflict("key-in-use", why);
    }

    private static Decision decision(Caller by, String action, long provider, String keyId) {
        return Decision.about(by, action, WrappedKey.context(provider, keyId), provider);
    }

    private record Named(String keyId) {}
}
