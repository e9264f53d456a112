package org.fingerpost.config.timeline;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.statements.Statements;
import org.jboss.logging.Logger;

/**
 * Keeps what the doors have seen. Whose a sighting is was decided by the door: what a phone did
 * with one provider is never shown to another, whoever has the phone now.
 */
@ApplicationScoped
public class Timeline {
    private static final Logger LOG = Logger.getLogger(Timeline.class);

    private final TimelineRows rows;

    Timeline(TimelineRows rows) {
        this.rows = rows;
    }

    /**
     * Takes entries in, in any order and as often as they come. One that the database refuses for
     * what it says is left out, and does not hold up the others.
     *
     * @return how many were left out
     */
    int keep(List<TimelineEntry> entries) {
        if (entries.isEmpty()) {
            return 0;
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> rows.keep(entries));
            return 0;
        } catch (RuntimeException e) {
            if (!Statements.wereRefused(e)) {
                throw e;
            }
            if (entries.size() == 1) {
                LOG.warnf("a sighting was left out: %s", rootOf(e).getMessage());
                return 1;
            }
            int half = entries.size() / 2;
            return keep(entries.subList(0, half)) + keep(entries.subList(half, entries.size()));
        }
    }

    /**
     * A page, newest first.
     *
     * @param from the earliest time that is shown
     * @param behind where the page begins; its entry is not on it
     */
    @Transactional
    public List<TimelineEntry> page(
            long provider, MacAddress mac, Instant from, Position behind, int size) {
        return rows.page(provider, mac, from, behind, size);
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
