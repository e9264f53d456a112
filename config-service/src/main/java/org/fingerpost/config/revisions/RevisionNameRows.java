package org.fingerpost.config.revisions;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.fingerpost.config.layers.shelves.SheetName;
import org.fingerpost.statements.Statements;

/** The lines in the database. */
@ApplicationScoped
class RevisionNameRows {
    private final Statements statements;

    RevisionNameRows(Statements statements) {
        this.statements = statements;
    }

    /** One at a time, whoever it is: the operator's revisions are held by many providers. */
    void lock() {
        statements.list(
                "SELECT pg_advisory_xact_lock(hashtext('revision-names'), 0)",
                row -> row.wasNull());
    }

    List<RevisionName> of(long provider) {
        return statements.list(
                "SELECT name, prefix, postfix, at FROM revision_name WHERE provider_id = ? ORDER"
                        + " BY name",
                row -> name(row, provider),
                provider);
    }

    private RevisionName name(ResultSet row, long provider) throws SQLException {
        String name = row.getString(1);
        return new RevisionName(
                name,
                row.getString(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                held(provider, name));
    }

    private List<RevisionName.Held> held(long provider, String name) {
        return statements.list(
                "SELECT owner_id, sheet, revision FROM held_revision WHERE provider_id = ? AND name"
                        + " = ? ORDER BY owner_id, sheet",
                row ->
                        new RevisionName.Held(
                                row.getLong(1), SheetName.parse(row.getString(2)), row.getLong(3)),
                provider,
                name);
    }

    void insert(long provider, RevisionName name) {
        statements.run(
                "INSERT INTO revision_name (provider_id, name, prefix, postfix, at) VALUES (?, ?,"
                        + " ?, ?, ?)",
                provider,
                name.name(),
                name.prefix(),
                name.postfix(),
                name.at().atOffset(ZoneOffset.UTC));
        statements.run(
                "INSERT INTO held_revision SELECT ?, ?, held.* FROM unnest(?::bigint[], ?::text[],"
                        + " ?::bigint[]) AS held",
                provider,
                name.name(),
                name.held().stream().map(RevisionName.Held::owner).toArray(Long[]::new),
                name.held().stream().map(each -> each.sheet().toString()).toArray(String[]::new),
                name.held().stream().map(RevisionName.Held::revision).toArray(Long[]::new));
    }

    void delete(long provider, String name) {
        statements.run(
                "DELETE FROM revision_name WHERE provider_id = ? AND name = ?", provider, name);
    }

    boolean isHeld(long owner, SheetName sheet, long revision) {
        return statements
                .list(
                        "SELECT EXISTS (SELECT FROM held_revision WHERE owner_id = ? AND sheet = ?"
                                + " AND revision = ?)",
                        row -> row.getBoolean(1),
                        owner,
                        sheet.toString(),
                        revision)
                .getFirst();
    }
}
