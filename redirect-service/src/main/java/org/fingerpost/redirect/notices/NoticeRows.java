package org.fingerpost.redirect.notices;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class NoticeRows implements PanacheRepository<NoticeRow> {

    /** A keyset page: those behind {@code after}, oldest first. */
    List<NoticeRow> page(long after, int size) {
        return find("id > ?1 order by id", after).page(0, size).list();
    }

    List<NoticeRow> pageOf(long provider, long after, int size) {
        return find("providerId = ?1 and id > ?2 order by id", provider, after)
                .page(0, size)
                .list();
    }
}
