package org.fingerpost.outbox.census;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** How much waits for Kafka, and for how long. */
@ApplicationScoped
class OutboxCensus {
    @Produces
    @Singleton
    static Census depth() {
        return new Census(
                "fingerpost.outbox.rows",
                "Rows that wait for Kafka; counted up to a million",
                "",
                "",
                "SELECT count(*) FROM (SELECT FROM outbox LIMIT 1000000) AS waiting",
                Census.OFTEN);
    }

    @Produces
    @Singleton
    static Census age() {
        return new Census(
                "fingerpost.outbox.oldest",
                "Age of the row that has waited for Kafka longest; 0 if none waits",
                "seconds",
                "",
                """
                SELECT coalesce(extract(epoch FROM clock_timestamp() - min(at)), 0)
                FROM (SELECT at FROM outbox ORDER BY commit_number, id LIMIT 1) AS oldest
                """,
                Census.OFTEN);
    }
}
