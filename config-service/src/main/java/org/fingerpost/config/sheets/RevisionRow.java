package org.fingerpost.config.sheets;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.fingerpost.config.layers.shelves.Published;
import org.fingerpost.config.layers.shelves.Sheet;

@Entity
@Table(name = "sheet_revision")
@IdClass(RevisionRow.Key.class)
class RevisionRow {
    @Id long sheetId;
    @Id long revision;

    @Column(updatable = false)
    Instant at;

    @Column(updatable = false)
    String author;

    @Column(updatable = false)
    String note;

    /** Only ever sealed anew. */
    String body;

    /** Nothing if it is a withdrawal. */
    Optional<Sheet> toSheet() {
        return Optional.ofNullable(body).map(SheetJson::read);
    }

    Optional<Published> toPublished(SheetRow sheet) {
        return toSheet()
                .map(said ->
                        new Published(
                                sheet.ownerId, sheet.sheetName(), revision, author, at, said));
    }

    record Key(long sheetId, long revision) implements Serializable {}
}
