package org.fingerpost.redirect.notices.deliveries;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fingerpost.access.Caller;

@ApplicationScoped
class DeliveryRows implements PanacheRepository<DeliveryRow> {
    /** No transaction of the control plane changes more rows than this. */
    private static final int MOST = 1000;

    private static final String GIVE_UP =
            """
            UPDATE delivery SET state = 'dead', settled_at = :now
            WHERE id IN (SELECT id FROM delivery
                         WHERE provider_id = :provider AND state = 'waiting' AND queued_at <= :before
                         ORDER BY id LIMIT :most)
            """;

    Optional<DeliveryRow> nextOf(long provider) {
        return find("providerId = ?1 and state = 'waiting' order by id", provider)
                .page(0, 1)
                .firstResultOptional();
    }

    Optional<DeliveryRow> ofNotice(long notice) {
        return find("noticeId", notice).firstResultOptional();
    }

    List<DeliveryRow> ofNotices(List<Long> notices) {
        return list("noticeId in ?1", notices);
    }

    /** A keyset page in the order of notices. */
    List<DeliveryRow> in(Delivery.State state, Caller caller, long after, int size) {
        return switch (caller) {
            case Caller.Operator() ->
                    find("state = ?1 and noticeId > ?2 order by noticeId", state.word(), after)
                            .page(0, size)
                            .list();
            case Caller.OfProvider(long provider) ->
                    find(
                                    "providerId = ?1 and state = ?2 and noticeId > ?3 order by"
                                            + " noticeId",
                                    provider,
                                    state.word(),
                                    after)
                            .page(0, size)
                            .list();
        };
    }

    /** Those that wait since before then are dead; at most a thousand a call. */
    int giveUp(long provider, Instant before, Instant now) {
        return getEntityManager()
                .createNativeQuery(GIVE_UP)
                .setParameter("provider", provider)
                .setParameter("before", before)
                .setParameter("now", now)
                .setParameter("most", MOST)
                .executeUpdate();
    }
}
