package org.fingerpost.config.sheets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fingerpost.config.keys.changes.SealedRoom;
import org.fingerpost.config.layers.shelves.Published;
import org.fingerpost.config.layers.shelves.Sheet;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.seals.Place;
import org.fingerpost.config.secrets.seals.UnopenableException;

/**
 * Seals sheets' secrets anew when their owner's key is changed, by the sheet: its draft, and all of
 * its revisions, which say the same as before.
 */
@ApplicationScoped
class SheetSealing implements SealedRoom {
    /** A sheet has many revisions. */
    private static final int SHEETS = 20;

    private final SheetRows rows;
    private final Printing printing;
    private final Instance<RevisionHolder> holders;
    private final SecureRandom random;

    SheetSealing(
            SheetRows rows,
            Printing printing,
            Instance<RevisionHolder> holders,
            SecureRandom random) {
        this.rows = rows;
        this.printing = printing;
        this.holders = holders;
        this.random = random;
    }

    @Override
    public String room() {
        return "sheets";
    }

    @Override
    public Stretch reseal(
            ProviderKey to, Function<String, Optional<ProviderKey>> keys, long behind, int most) {
        int few = Math.min(SHEETS, most);
        List<SheetRow> sheets = rows.lockBehind(to.provider(), behind, few);
        int changed = 0;
        int stuck = 0;
        for (SheetRow row : sheets) {
            try {
                changed += resealed(row, to, keys) ? 1 : 0;
            } catch (UnopenableException | IllegalArgumentException | IllegalStateException e) {
                stuck++;
            }
        }
        long upTo = sheets.isEmpty() ? behind : sheets.getLast().id;
        return new Stretch(upTo, changed, stuck, sheets.size() < few);
    }

    private boolean resealed(
            SheetRow row, ProviderKey to, Function<String, Optional<ProviderKey>> keys) {
        Place.Owner owner = Place.Owner.sheet(row.ownerId, row.name);
        boolean changed = false;
        if (row.draft != null) {
            Sheet draft = SheetJson.read(row.draft);
            Sheet fresh = draft.under(to, keys, owner, random);
            row.draft = SheetJson.write(fresh);
            changed = fresh != draft;
        }
        for (RevisionRow revision : rows.revisions(row, Integer.MAX_VALUE)) {
            Optional<Sheet> said = revision.toSheet();
            Optional<Sheet> fresh = said.map(each -> each.under(to, keys, owner, random));
            if (said.isPresent() && fresh.get() != said.get()) {
                revision.body = SheetJson.write(fresh.get());
                changed = true;
                Published held = revision.toPublished(row).orElseThrow();
                holders.forEach(holder -> holder.resealed(held));
                if (revision.revision == row.revision) {
                    printing.tell(row, revision, fresh);
                }
            }
        }
        return changed;
    }
}
