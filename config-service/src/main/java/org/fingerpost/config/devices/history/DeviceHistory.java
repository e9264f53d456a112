package org.fingerpost.config.devices.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fingerpost.config.layers.variables.StoredVariables;
import org.fingerpost.config.settings.SealedJson;
import org.fingerpost.config.settings.StoredAccounts;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.formats.mac.MacAddress;

/** What devices said in the past. */
@ApplicationScoped
public class DeviceHistory {
    private final EntityManager database;

    DeviceHistory(EntityManager database) {
        this.database = database;
    }

    /** What the device's record said at a moment; nothing if there was none. */
    @Transactional
    public Optional<DeviceThen> at(long provider, MacAddress mac, Instant moment) {
        List<?> rows =
                database.createNativeQuery(
                                "SELECT revision, at, author, gone, model, group_name, settings,"
                                        + " variables, accounts, generation, token_key, login,"
                                        + " config_key FROM device_revision WHERE provider_id = ?1"
                                        + " AND mac = ?2 AND at <= ?3 ORDER BY revision DESC LIMIT"
                                        + " 1")
                        .setParameter(1, provider)
                        .setParameter(2, mac.bits())
                        .setParameter(3, moment)
                        .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .filter(row -> !(Boolean) row[3])
                .map(DeviceHistory::then)
                .findFirst();
    }

    private static DeviceThen then(Object[] row) {
        return new DeviceThen(
                ((Number) row[0]).longValue(),
                (Instant) row[1],
                (String) row[2],
                (String) row[4],
                Optional.ofNullable((String) row[5]),
                StoredSettings.read((String) row[6]),
                StoredVariables.read((String) row[7]),
                StoredAccounts.read((String) row[8]),
                ((Number) row[9]).intValue(),
                (String) row[10],
                StoredSettings.read((String) row[11]),
                Optional.ofNullable((String) row[12]).map(SealedJson::parse));
    }
}
