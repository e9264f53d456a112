package org.fingerpost.config.keys.changes;

import java.util.Optional;

/**
 * A room with short-lived things that hang on a provider's key as long as they live, and are not
 * sealed anew: the key is not retired before they are gone.
 */
public interface KeyUser {
    /** What of the room's still needs the key, in words that go on with "need it". */
    Optional<String> needs(long provider, String keyId);
}
