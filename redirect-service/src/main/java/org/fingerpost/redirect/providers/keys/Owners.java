package org.fingerpost.redirect.providers.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.fingerpost.statements.Statements;

/** What the keys must know of the providers that own them, in the running transaction. */
@ApplicationScoped
class Owners {
    private final Statements statements;

    Owners(Statements statements) {
        this.statements = statements;
    }

    /**
     * @param pathKey is told in one record with the keys
     */
    record Owner(long id, String pathKey) {}

    boolean hasProvider(long id) {
        return !statements
                .list("SELECT 1 FROM provider WHERE id = ?", row -> row.getLong(1), id)
                .isEmpty();
    }

    /** Locks the provider's row: its keys change one at a time. */
    Optional<Owner> locked(long id) {
        return statements
                .list(
                        "SELECT id, path_key FROM provider WHERE id = ? FOR NO KEY UPDATE",
                        row -> new Owner(row.getLong(1), row.getString(2)),
                        id)
                .stream()
                .findFirst();
    }
}
