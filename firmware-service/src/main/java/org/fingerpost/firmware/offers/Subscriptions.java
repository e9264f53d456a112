package org.fingerpost.firmware.offers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.fingerpost.firmware.names.FamilyName;
import org.fingerpost.outbox.Outbox;
import org.fingerpost.problems.Problem;
import org.fingerpost.statements.Statements;

/** For which families a provider takes the operator's releases, behind its own. */
@ApplicationScoped
class Subscriptions {
    private static final String TYPE = "org.fingerpost.firmware.subscription.v1";

    private final Statements statements;
    private final Outbox outbox;

    Subscriptions(Statements statements, Outbox outbox) {
        this.statements = statements;
        this.outbox = outbox;
    }

    private record State(long provider, String family) {}

    @Transactional
    long put(long provider, FamilyName family) {
        // The update is for its lock: the revision is drawn under it.
        statements.run(
                """
                INSERT INTO subscription (provider_id, family) VALUES (?, ?)
                ON CONFLICT (provider_id, family) DO UPDATE SET family = excluded.family
                """,
                provider,
                family.text());
        return outbox.append(key(provider, family), TYPE, new State(provider, family.text()));
    }

    /**
     * @throws Problem if there is none
     */
    @Transactional
    long drop(long provider, FamilyName family) {
        int dropped =
                statements.run(
                        "DELETE FROM subscription WHERE provider_id = ? AND family = ?",
                        provider,
                        family.text());
        if (dropped == 0) {
            throw Problem.notFound("you have not subscribed to " + family);
        }
        return outbox.appendGone(key(provider, family), TYPE);
    }

    @Transactional
    List<String> of(long provider) {
        return statements.list(
                "SELECT family FROM subscription WHERE provider_id = ? ORDER BY family",
                row -> row.getString(1),
                provider);
    }

    private static String key(long provider, FamilyName family) {
        return "subscription/" + provider + "/" + family;
    }
}
