package org.fingerpost.config.sheets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.fingerpost.access.Caller;
import org.fingerpost.audit.Audit;
import org.fingerpost.audit.Decision;
import org.fingerpost.config.layers.shelves.Sheet;
import org.fingerpost.config.layers.shelves.SheetName;
import org.fingerpost.config.layers.variables.StoredVariables;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.config.sheets.drafts.Author;
import org.fingerpost.outbox.Outbox;

/** Makes a revision of a sheet and tells the doors, in the caller's transaction. */
@ApplicationScoped
class Printing {
    private static final String TYPE = "org.fingerpost.config.sheet.v1";

    private final SheetRows rows;
    private final EntityManager database;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    Printing(SheetRows rows, EntityManager database, Outbox outbox, Audit audit, Clock clock) {
        this.rows = rows;
        this.database = database;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Alone with this owner's sheets and devices, until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    void lock(long owner) {
        if (owner != SheetName.PLATFORM) {
            rows.lockShared(SheetName.PLATFORM);
        }
        rows.lockAlone(owner);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Sheets.Printed print(SheetRow row, Optional<Sheet> sheet, Author author, String note) {
        RevisionRow fresh = new RevisionRow();
        fresh.sheetId = row.id;
        fresh.revision = row.revision + 1;
        fresh.at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        fresh.author = author.name();
        fresh.note = note;
        fresh.body = sheet.map(SheetJson::write).orElse(null);
        database.persist(fresh);
        row.revision = fresh.revision;
        database.flush();
        audit.record(decision(row, fresh, author, sheet.isPresent()));
        return new Sheets.Printed(
                row.sheetName(), fresh.revision, fresh.at, tell(row, fresh, sheet));
    }

    private static Decision decision(SheetRow row, RevisionRow fresh, Author author, boolean said) {
        String action = said ? "sheet-published" : "sheet-withdrawn";
        String subject = "sheet/" + row.ownerId + "/" + row.name;
        Decision decision =
                row.ownerId == SheetName.PLATFORM
                        ? Decision.ofHouse(new Caller.Operator(), action, subject)
                        : Decision.about(
                                new Caller.OfProvider(author.owner()),
                                action,
                                subject,
                                row.ownerId);
        return decision.is(new Made(fresh.revision, fresh.note));
    }

    private record Made(long revision, String note) {}

    /** Tells the doors what is published. */
    long tell(SheetRow row, RevisionRow fresh, Optional<Sheet> sheet) {
        String key = "sheet/" + row.ownerId + "/" + row.name;
        return sheet.map(said ->
                        outbox.append(
                                key,
                                TYPE,
                                new State(
                                        row.ownerId,
                                        row.name,
                                        fresh.revision,
                                        fresh.author,
                                        fresh.at.toString(),
                                        said.templates(),
                                        said.settings(),
                                        said.variables())))
                .orElseGet(() -> outbox.appendGone(key, TYPE));
    }

    private record State(
            long owner,
            String name,
            long revision,
            String author,
            String at,
            List<String> templates,
            StoredSettings settings,
            StoredVariables variables) {}
}
