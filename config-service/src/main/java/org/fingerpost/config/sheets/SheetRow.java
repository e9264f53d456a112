package org.fingerpost.config.sheets;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.fingerpost.config.layers.shelves.Sheet;
import org.fingerpost.config.layers.shelves.SheetName;
import org.fingerpost.config.sheets.drafts.Draft;

@Entity
@Table(name = "sheet")
class SheetRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long ownerId;
    String name;
    long revision;
    String draft;
    String draftAuthor;
    Instant draftAt;

    SheetName sheetName() {
        return SheetName.parse(name);
    }

    Optional<Draft> toDraft() {
        return Optional.ofNullable(draft)
                .map(text -> new Draft(SheetJson.read(text), draftAuthor, draftAt));
    }

    void put(Sheet sheet, String author, Instant at) {
        draft = SheetJson.write(sheet);
        draftAuthor = author;
        draftAt = at;
    }

    void discard() {
        draft = null;
        draftAuthor = null;
        draftAt = null;
    }
}
