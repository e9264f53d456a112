package org.fingerpost.redirect.providers;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ProviderRows implements PanacheRepository<ProviderRow> {}
