package org.fingerpost.config.keys.changes;

import java.util.Optional;
import java.util.function.Function;
import org.fingerpost.config.secrets.ProviderKey;

/**
 * A room that keeps values sealed under providers' keys. When a provider's key is changed, the
 * {@link KeyWalk} goes through all of them; a room that has no part in it loses its values when the
 * old key is retired.
 */
public interface SealedRoom {
    /** The name by which the walk remembers how far it has come here. */
    String room();

    /**
     * Seals anew what is sealed under another key, in the caller's transaction, and tells the
     * doors. A value that does not open stays as it is.
     *
     * @param keys those that open here
     * @param behind where the stretch before ended; 0 at the beginning
     * @param most rows to look at
     */
    Stretch reseal(
            ProviderKey to, Function<String, Optional<ProviderKey>> keys, long behind, int most);

    /**
     * What was done in one go.
     *
     * @param upTo where the next stretch begins
     * @param resealed rows that were changed
     * @param stuck rows that hold a value that did not open
     * @param end there was nothing behind
     */
    record Stretch(long upTo, int resealed, int stuck, boolean end) {}
}
