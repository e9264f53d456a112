package org.fingerpost.redirect.ranges;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class RangeRows implements PanacheRepository<RangeRow> {

    /**
     * Ranges that share an address with this one, the innermost first; at most a handful are looked
     * at.
     */
    List<RangeRow> touching(MacRange range) {
        return find(
                        "firstMac <= ?1 and lastMac >= ?2 order by lastMac - firstMac, id",
                        range.last().bits(),
                        range.first().bits())
                .page(0, 50)
                .list();
    }

    /** A keyset page: those behind {@code after}, oldest first. */
    List<RangeRow> page(long after, int size) {
        return find("id > ?1 order by id", after).page(0, size).list();
    }

    List<RangeRow> pageOf(long provider, long after, int size) {
        return find("providerId = ?1 and id > ?2 order by id", provider, after)
                .page(0, size)
                .list();
    }
}
