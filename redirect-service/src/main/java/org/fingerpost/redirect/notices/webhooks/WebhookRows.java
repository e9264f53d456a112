package org.fingerpost.redirect.notices.webhooks;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.Session;

@ApplicationScoped
class WebhookRows implements PanacheRepositoryBase<WebhookRow, Long> {
    /** Whoever finds a row locked goes on to the next: somebody else is about to try it. */
    private static final String DUE =
            """
            SELECT w.* FROM webhook w
            WHERE w.next_try_at <= :now AND (w.leased_until IS NULL OR w.leased_until <= :now)
              AND EXISTS (SELECT FROM delivery d WHERE d.provider_id = w.provider_id AND d.state = 'waiting')
            ORDER BY w.next_try_at LIMIT 1
            FOR UPDATE OF w SKIP LOCKED
            """;

    /** One that has something to say and may say it now; locked. */
    Optional<WebhookRow> due(Instant now) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(DUE, WebhookRow.class)
                .setParameter("now", now)
                .uniqueResultOptional();
    }
}
