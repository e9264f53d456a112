package org.fingerpost.firmware.releases;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class ReleaseRows implements PanacheRepository<ReleaseRow> {

    Optional<ReleaseRow> named(long provider, FamilyName family, Version version) {
        return find(
                        "providerId = ?1 and family = ?2 and version = ?3",
                        provider,
                        family.text(),
                        version.text())
                .firstResultOptional();
    }

    /** A keyset page: those behind {@code after}, oldest first. */
    List<ReleaseRow> page(long after, int size) {
        return find("id > ?1 order by id", after).page(0, size).list();
    }

    List<ReleaseRow> pageOf(long provider, long after, int size) {
        return find("providerId = ?1 and id > ?2 order by id", provider, after)
                .page(0, size)
                .list();
    }
}
