package org.fingerpost.config.revisions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.fingerpost.config.layers.shelves.Published;
import org.fingerpost.config.layers.variables.StoredVariables;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.config.sheets.RevisionHolder;
import org.fingerpost.outbox.Outbox;

/** Tells the doors of the revisions that are held, each once, as long as any name holds it. */
@ApplicationScoped
class HeldSheets implements RevisionHolder {
    private static final String TYPE = "org.fingerpost.config.held-sheet.v1";

    private final RevisionNameRows rows;
    private final Outbox outbox;

    HeldSheets(RevisionNameRows rows, Outbox outbox) {
        this.rows = rows;
        this.outbox = outbox;
    }

    void tell(Published revision) {
        outbox.append(
                key(revision.owner(), revision.name().toString(), revision.revision()),
                TYPE,
                State.of(revision));
    }

    /** The name is gone; what no other holds goes with it. */
    void release(List<RevisionName.Held> held) {
        for (RevisionName.Held each : held) {
            if (!rows.isHeld(each.owner(), each.sheet(), each.revision())) {
                outbox.appendGone(
                        key(each.owner(), each.sheet().toString(), each.revision()), TYPE);
            }
        }
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void resealed(Published revision) {
        if (rows.isHeld(revision.owner(), revision.name(), revision.revision())) {
            tell(revision);
        }
    }

    private static String key(long owner, String sheet, long revision) {
        return "held-sheet/" + owner + "/" + sheet + "/" + revision;
    }

    private record State(
            long owner,
            String name,
            long revision,
            String author,
            String at,
            List<String> templates,
            StoredSettings settings,
            StoredVariables variables) {
        static State of(Published published) {
            return new State(
                    published.owner(),
                    published.name().toString(),
                    published.revision(),
                    published.author(),
                    published.at().toString(),
                    published.sheet().templates(),
                    published.sheet().settings(),
                    published.sheet().variables());
        }
    }
}
