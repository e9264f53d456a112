package org.fingerpost.redirect.dialects.credentials;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class CredentialRows implements PanacheRepository<CredentialRow> {
    Optional<CredentialRow> named(Dialect dialect, String name) {
        return find("dialect = ?1 and name = ?2", dialect.word(), name).firstResultOptional();
    }

    List<CredentialRow> of(long provider) {
        return list("providerId = ?1 order by id", provider);
    }
}
