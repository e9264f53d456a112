package org.fingerpost.firmware.offers;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.fingerpost.firmware.names.FamilyName;
import org.fingerpost.firmware.names.Version;
import org.fingerpost.statements.Statements;

/** The table {@code offer}; who writes a row holds its lock until the transaction ends. */
@ApplicationScoped
class OfferRows {
    private static final String COLUMNS =
            "provider_id, family, release_id, version, folder, prefix, postfix, auto_upgrade,"
                    + " affix_check";

    private static final String PUT =
            "INSERT INTO offer ("
                    + COLUMNS
                    + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?::int, ?::int)"
                    + """
                     ON CONFLICT (provider_id, family) DO UPDATE
                    SET release_id = excluded.release_id, version = excluded.version,
                        folder = excluded.folder, prefix = excluded.prefix,
                        postfix = excluded.postfix, auto_upgrade = excluded.auto_upgrade,
                        affix_check = excluded.affix_check
                    """;

    private final Statements statements;

    OfferRows(Statements statements) {
        this.statements = statements;
    }

    void put(FamilyOffer offer) {
        statements.run(
                PUT,
                offer.provider(),
                offer.family().text(),
                offer.release(),
                offer.version().text(),
                offer.folder(),
                offer.prefix(),
                offer.postfix(),
                offer.autoUpgrade(),
                offer.check());
    }

    boolean delete(long provider, FamilyName family) {
        return statements.run(
                        "DELETE FROM offer WHERE provider_id = ? AND family = ?",
                        provider,
                        family.text())
                > 0;
    }

    List<FamilyOffer> of(long provider) {
        return list("provider_id = ?", provider);
    }

    List<FamilyOffer> naming(long release) {
        return list("release_id = ?", release);
    }

    private List<FamilyOffer> list(String where, long value) {
        return statements.list(
                "SELECT "
                        + COLUMNS
                        + " FROM offer WHERE "
                        + where
                        + " ORDER BY provider_id, family",
                OfferRows::offer,
                value);
    }

    private static FamilyOffer offer(ResultSet row) throws SQLException {
        return new FamilyOffer(
                row.getLong(1),
                new FamilyName(row.getString(2)),
                row.getLong(3),
                new Version(row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                Optional.ofNullable(row.getObject(8, Integer.class)),
                Optional.ofNullable(row.getObject(9, Integer.class)));
    }
}
