package org.fingerpost.redirect.arrivals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.fingerpost.outbox.census.Census;

/** In how many ranges phones were heard and are no more. */
@ApplicationScoped
class SilenceCensus {
    /**
     * Of ranges that hold enough phones that one of them asks each day: at least 256 addresses, and
     * ten phones in eight days. 26 hours, as phones that ask once a day are not punctual. A range
     * that is not silent is left after its first phone.
     */
    @Produces
    @Singleton
    static Census silent() {
        return new Census(
                "fingerpost.ranges.silent",
                "Ranges in which ten phones or more asked within eight days, and none within 26"
                        + " hours",
                "",
                "",
                """
                SELECT count(*) FROM mac_range AS r
                WHERE r.state = 'active' AND r.last_mac - r.first_mac >= 255
                  AND NOT EXISTS (
                      SELECT FROM arrival AS a
                      WHERE a.mac BETWEEN r.first_mac AND r.last_mac
                        AND a.last_contact > now() - interval '26 hours')
                  AND 10 = (SELECT count(*) FROM (
                      SELECT FROM arrival AS a
                      WHERE a.mac BETWEEN r.first_mac AND r.last_mac
                        AND a.last_contact > now() - interval '8 days' LIMIT 10) AS heard)
                """,
                Census.SELDOM);
    }
}
