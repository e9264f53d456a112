package org.fingerpost.firmware.rollouts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fingerpost.firmware.waves.WaveSize;
import org.fingerpost.statements.Statements;

/** The table {@code rollout_wave}. */
@ApplicationScoped
class WaveRows {
    private final Statements statements;

    WaveRows(Statements statements) {
        this.statements = statements;
    }

    void add(long rollout, Wave wave) {
        String column = wave.size() instanceof WaveSize.Count ? "count" : "percent";
        Object size =
                switch (wave.size()) {
                    case WaveSize.Count(long phones) -> phones;
                    case WaveSize.Percent(int percent) -> percent;
                };
        statements.run(
                "INSERT INTO rollout_wave (rollout_id, position, " + column + ") VALUES (?, ?, ?)",
                rollout,
                wave.position(),
                size);
    }

    void open(long id, int position, Wave.Opened opened) {
        statements.run(
                "UPDATE rollout_wave SET opened_at = ?, place = ?, phones = ?"
                        + " WHERE rollout_id = ? AND position = ?",
                opened.at().atOffset(ZoneOffset.UTC),
                opened.place(),
                opened.phones(),
                id,
                position);
    }

    /** Of these rollouts, in their order. */
    Map<Long, List<Wave>> of(Long[] rollouts) {
        return statements
                .list(
                        "SELECT position, count, percent, opened_at, place, phones, rollout_id"
                                + " FROM rollout_wave WHERE rollout_id = ANY (?)"
                                + " ORDER BY rollout_id, position",
                        row -> new Numbered(row.getLong(7), wave(row)),
                        (Object) rollouts)
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Numbered::rollout,
                                Collectors.mapping(Numbered::wave, Collectors.toList())));
    }

    private static Wave wave(ResultSet row) throws SQLException {
        Long count = row.getObject(2, Long.class);
        OffsetDateTime at = row.getObject(4, OffsetDateTime.class);
        return new Wave(
                row.getInt(1),
                count == null ? new WaveSize.Percent(row.getInt(3)) : new WaveSize.Count(count),
                at == null
                        ? Optional.empty()
                        : Optional.of(
                                new Wave.Opened(at.toInstant(), row.getLong(5), row.getLong(6))));
    }

    private record Numbered(long rollout, Wave wave) {}
}
