package org.fingerpost.redirect.probes;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ProbeRows implements PanacheRepositoryBase<ProbeRow, Long> {}
