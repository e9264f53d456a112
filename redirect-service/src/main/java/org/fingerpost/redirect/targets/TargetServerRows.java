package org.fingerpost.redirect.targets;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class TargetServerRows implements PanacheRepository<TargetServerRow> {}
