package org.fingerpost.firmware.rollouts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.fingerpost.outbox.census.Census;

/** How rollouts stand. */
@ApplicationScoped
class RolloutCensus {
    @Produces
    @Singleton
    static Census rollouts() {
        return new Census(
                "fingerpost.rollouts",
                "Rollouts, by how they stand",
                "",
                "state",
                """
                SELECT state.word, count(rollout.id)
                FROM unnest(ARRAY['draft', 'running', 'paused', 'completed', 'aborted',
                                  'rolled-back']) AS state (word)
                LEFT JOIN rollout ON rollout.state = state.word
                GROUP BY state.word
                """,
                Census.OFTEN);
    }

    @Produces
    @Singleton
    static Census halted() {
        return new Census(
                "fingerpost.rollouts.halted",
                "Rollouts that are paused because too many phones did not come back well",
                "",
                "",
                "SELECT count(*) FROM rollout WHERE state = 'paused' AND reason <> ''",
                Census.OFTEN);
    }
}
