package org.fingerpost.redirect.providers.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.fingerpost.outbox.Outbox;
import org.fingerpost.redirect.providers.keys.Owners.Owner;

/** Tells every service what it must know of a provider: not its name, not its address. */
@ApplicationScoped
class ProviderTelling {
    private static final String TYPE = "org.fingerpost.redirect.provider.v1";

    private final ApiKeyRows keys;
    private final Outbox outbox;

    ProviderTelling(ApiKeyRows keys, Outbox outbox) {
        this.keys = keys;
        this.outbox = outbox;
    }

    /**
     * The caller holds the provider's lock.
     *
     * @return the commit number
     */
    long tell(Owner provider) {
        List<ApiKeyRow> all = keys.of(provider.id());
        State state =
                new State(
                        provider.id(),
                        provider.pathKey(),
                        all.stream().map(key -> key.hash).toList(),
                        all.stream()
                                .filter(key -> key.permissions.length > 0)
                                .map(key -> new Granted(key.hash, key.permissions))
                                .toList());
        return outbox.append("provider/" + provider.id(), TYPE, state);
    }

    private record State(long id, String pathKey, List<String> keyHashes, List<Granted> granted) {}

    private record Granted(String keyHash, String[] permissions) {}
}
