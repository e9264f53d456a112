package org.fingerpost.redirect.transfers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.fingerpost.outbox.census.Census;

/** How transfers stand. */
@ApplicationScoped
class TransferCensus {
    @Produces
    @Singleton
    static Census transfers() {
        return new Census(
                "fingerpost.transfers",
                "Transfers of ranges between providers, by how they stand",
                "",
                "state",
                """
                SELECT state.word, count(transfer.id)
                FROM unnest(ARRAY['offered', 'accepted', 'declined', 'cancelled', 'expired'])
                         AS state (word)
                LEFT JOIN transfer
                    ON state.word = CASE WHEN transfer.state = 'offered' AND expires_at <= now()
                                         THEN 'expired' ELSE transfer.state END
                GROUP BY state.word
                """,
                Census.OFTEN);
    }
}
