package org.fingerpost.redirect.dialects.credentials;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.fingerpost.redirect.attempts.Attempts;
import org.fingerpost.statements.Statements;

/** Remembers what was signed, so that a request that is sent again is not carried out again. */
@ApplicationScoped
public class HeardSignatures {
    private static final String HEAR =
            """
            INSERT INTO gaps_signature (credential_id, signature, heard_at)
            SELECT id, ?, ? FROM dialect_credential WHERE id = ?
            ON CONFLICT DO NOTHING
            """;

    /** The oldest few: each call takes away more than it adds. */
    private static final String FORGET =
            """
            DELETE FROM gaps_signature WHERE (credential_id, signature) IN (
                SELECT credential_id, signature FROM gaps_signature
                WHERE heard_at < ? ORDER BY heard_at LIMIT 10 FOR UPDATE SKIP LOCKED)
            """;

    private final Statements statements;
    private final Attempts attempts;
    private final Clock clock;

    HeardSignatures(Statements statements, Attempts attempts, Clock clock) {
        this.statements = statements;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * True the first time that it is asked of a signature; it is remembered from then on.
     *
     * @param keep how long after it was heard a signature could still be taken
     */
    public boolean isNew(long credential, byte[] signature, Duration keep) {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        return attempts.run(() -> {
            statements.run(FORGET, now.minus(keep));
            return statements.run(HEAR, signature, now, credential) > 0;
        });
    }
}
