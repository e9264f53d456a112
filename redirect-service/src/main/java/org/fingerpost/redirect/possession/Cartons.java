package org.fingerpost.redirect.possession;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.fingerpost.access.Caller;
import org.fingerpost.audit.Audit;
import org.fingerpost.audit.Decision;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.attempts.Attempts;
import org.fingerpost.statements.Statements;

/** Keeps the digests of cartons' codes. */
@ApplicationScoped
class Cartons {
    /** Rows a transaction. */
    private static final int BATCH = 1000;

    private static final int SALT = 16;

    private static final String KEEP =
            """
            INSERT INTO carton (first_mac, last_mac, salt, digest) VALUES (?, ?, ?, ?)
            ON CONFLICT (first_mac, last_mac) DO UPDATE
                SET salt = excluded.salt, digest = excluded.digest
            """;

    private static final String MEETING =
            """
            SELECT first_mac, last_mac, salt, digest FROM carton
            WHERE span && int8range(?, ?, '[]') ORDER BY first_mac, last_mac DESC LIMIT ?
            """;

    private final Statements statements;
    private final Attempts attempts;
    private final Audit audit;
    private final SecureRandom random;

    Cartons(Statements statements, Attempts attempts, Audit audit, SecureRandom random) {
        this.statements = statements;
        this.attempts = attempts;
        this.audit = audit;
        this.random = random;
    }

    /** Keeps them all, a batch in a transaction; one that is there gets the new code. */
    void keep(Caller by, List<Carton> cartons) {
        for (int from = 0; from < cartons.size(); from += BATCH) {
            List<Carton> batch = cartons.subList(from, Math.min(from + BATCH, cartons.size()));
            attempts.run(() -> {
                batch.forEach(this::keep);
                audit.record(
                        Decision.ofHouse(by, "cartons-loaded", "cartons")
                                .is(Map.of("cartons", batch.size())));
                return batch;
            });
        }
    }

    private void keep(Carton carton) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        statements.run(
                KEEP,
                carton.first().bits(),
                carton.last().bits(),
                salt,
                Carton.digest(salt, carton.proof()));
    }

    /** Do the proofs open cartons that together hold all of these addresses? */
    boolean show(MacAddress first, MacAddress last, List<Proof> proofs) {
        List<Kept> kept =
                attempts.run(() ->
                        statements.list(
                                MEETING,
                                row ->
                                        new Kept(
                                                row.getLong(1),
                                                row.getLong(2),
                                                row.getBytes(3),
                                                row.getBytes(4)),
                                first.bits(),
                                last.bits(),
                                BATCH));
        long open = first.bits();
        for (Kept carton : kept) {
            if (carton.first() <= open && carton.last() >= open && carton.opensBy(proofs)) {
                open = carton.last() + 1;
            }
        }
        return open > last.bits();
    }

    private record Kept(long first, long last, byte[] salt, byte[] digest) {
        boolean opensBy(List<Proof> proofs) {
            return proofs.stream()
                    .anyMatch(proof -> MessageDigest.isEqual(digest, Carton.digest(salt, proof)));
        }
    }
}
