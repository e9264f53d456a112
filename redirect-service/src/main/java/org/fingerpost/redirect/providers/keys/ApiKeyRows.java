package org.fingerpost.redirect.providers.keys;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Changed by whoever holds the lock of the provider's row. */
@ApplicationScoped
class ApiKeyRows implements PanacheRepositoryBase<ApiKeyRow, String> {

    /** Of the provider, the oldest first. */
    List<ApiKeyRow> of(long provider) {
        return list("providerId = ?1 order by madeAt, hash", provider);
    }

    Optional<ApiKeyRow> find(long provider, String id) {
        return of(provider).stream().filter(row -> row.toNamedKey().id().equals(id)).findFirst();
    }
}
