package org.fingerpost.firmware.releases;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.fingerpost.firmware.names.FamilyName;
import org.fingerpost.firmware.names.Version;

@ApplicationScoped
class ReleaseRows implements PanacheRepository<ReleaseRow> {

    Optional<ReleaseRow> named(long owner, FamilyName family, Version version) {
        return find(
                        "providerId = ?1 and family = ?2 and version = ?3",
                        owner,
                        family.text(),
                        version.text())
                .firstResultOptional();
    }

    List<ReleaseRow> published(long owner, FamilyName family) {
        return list(
                "providerId = ?1 and family = ?2 and state = 'published' order by id",
                owner,
                family.text());
    }

    /** A keyset page: those behind {@code after}, oldest first. */
    List<ReleaseRow> page(long after, int size) {
        return find("id > ?1 order by id", after).page(0, size).list();
    }

    /** The provider's own, and the operator's as far as they are published. */
    List<ReleaseRow> pageFor(long provider, long after, int size) {
        return find(
                        "(providerId = ?1 or (providerId = 0 and state = 'published'))"
                                + " and id > ?2 order by id",
                        provider,
                        after)
                .page(0, size)
                .list();
    }
}
