package org.fingerpost.config.staggering;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.config.turns.Pace;
import org.fingerpost.config.turns.PaceForm;
import org.fingerpost.config.turns.Pacing;
import org.fingerpost.config.turns.TurnKey;
import org.fingerpost.statements.Statements;

/** The lines in the database. The provider's own pace stands under the empty name. */
@ApplicationScoped
class PaceRows {
    static final String OWN = "";

    private final Statements statements;
    private final SecureRandom random;

    PaceRows(Statements statements, SecureRandom random) {
        this.statements = statements;
        this.random = random;
    }

    /** The provider's row, made if there is none; its lock is held afterwards. */
    void lock(long provider) {
        statements.run(
                "INSERT INTO staggering (provider_id, turn_key) VALUES (?, ?) ON CONFLICT DO"
                        + " NOTHING",
                provider,
                TurnKey.draw(random).bytes());
        statements.list(
                "SELECT 1 FROM staggering WHERE provider_id = ? FOR UPDATE",
                row -> row.getInt(1),
                provider);
    }

    /** The provider's phones get other turns, those of this key. */
    void rekey(long provider, TurnKey key) {
        statements.run(
                "UPDATE staggering SET turn_key = ? WHERE provider_id = ?", key.bytes(), provider);
    }

    Optional<Pacing> find(long provider) {
        return statements
                .list(
                        "SELECT turn_key FROM staggering WHERE provider_id = ?",
                        row -> TurnKey.of(row.getBytes(1)),
                        provider)
                .stream()
                .map(key -> pacing(key, provider))
                .findFirst();
    }

    private Pacing pacing(TurnKey key, long provider) {
        Map<String, Pace> paces = new HashMap<>();
        List<Map.Entry<String, Pace>> all =
                statements.list(
                        "SELECT group_name, every_minutes, spread_minutes, from_hour, to_hour FROM"
                                + " pace WHERE provider_id = ?",
                        PaceRows::pace,
                        provider);
        all.forEach(each -> paces.put(each.getKey(), each.getValue()));
        Optional<Pace> own = Optional.ofNullable(paces.remove(OWN));
        return new Pacing(key, own, paces);
    }

    private static Map.Entry<String, Pace> pace(ResultSet row) throws SQLException {
        PaceForm form =
                new PaceForm(number(row, 2), number(row, 3), number(row, 4), number(row, 5));
        return Map.entry(row.getString(1), form.toPace());
    }

    private static Integer number(ResultSet row, int column) throws SQLException {
        return row.getObject(column, Integer.class);
    }

    void put(long provider, String group, Pace pace) {
        PaceForm form = PaceForm.of(pace);
        statements.run(
                "INSERT INTO pace VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (provider_id, group_name)"
                        + " DO UPDATE SET every_minutes = EXCLUDED.every_minutes, spread_minutes ="
                        + " EXCLUDED.spread_minutes, from_hour = EXCLUDED.from_hour, to_hour ="
                        + " EXCLUDED.to_hour",
                provider,
                group,
                Optional.ofNullable(form.everyMinutes()),
                Optional.ofNullable(form.spreadMinutes()),
                Optional.ofNullable(form.fromHour()),
                Optional.ofNullable(form.toHour()));
    }

    void remove(long provider, String group) {
        statements.run(
                "DELETE FROM pace WHERE provider_id = ? AND group_name = ?", provider, group);
    }
}
