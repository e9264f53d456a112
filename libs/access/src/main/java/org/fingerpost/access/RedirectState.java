package org.fingerpost.access;

import org.fingerpost.replica.Replica;

/**
 * Redirect's state as it has arrived here. Every service makes one where it opens its replicas;
 * providers and their key hashes are part of that state.
 *
 * @param providers follows {@code replica}
 */
public record RedirectState(Replica replica, ProviderRegister providers) {
    /** Follows the replica from now on. */
    public static RedirectState following(Replica replica) {
        ProviderRegister providers = new ProviderRegister(replica::commit);
        replica.follow(providers);
        return new RedirectState(replica, providers);
    }
}
