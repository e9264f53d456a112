package org.fingerpost.config.devices;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.statements.Statements;

@ApplicationScoped
class DeviceRows implements PanacheRepository<DeviceRow> {
    private static final String ONE = "providerId = ?1 and mac = ?2";
    private static final String REMEMBER =
            "INSERT INTO device_revision (provider_id, mac, revision, at, author, gone, model,"
                    + " generation, group_name, settings, variables, accounts, config_key, login,"
                    + " token_key) SELECT provider_id, mac, revision, ?2, ?3, ?4, model,"
                    + " generation, group_name, settings, variables, accounts, config_key, login,"
                    + " token_key FROM device";

    private final Statements statements;

    DeviceRows(Statements statements) {
        this.statements = statements;
    }

    /** True if there was none; it has no settings then, and its window is open. */
    boolean make(long provider, MacAddress mac, String model, Instant now, Instant until) {
        return getEntityManager()
                        .createNativeQuery(
                                "INSERT INTO device (provider_id, mac, model, armed_at,"
                                        + " armed_until, settings, login, shape) VALUES (?1, ?2,"
                                        + " ?3, ?4, ?5, '[]', '[]', ?3 || '|||') ON CONFLICT"
                                        + " (provider_id, mac) DO NOTHING")
                        .setParameter(1, provider)
                        .setParameter(2, mac.bits())
                        .setParameter(3, model)
                        .setParameter(4, now)
                        .setParameter(5, until)
                        .executeUpdate()
                == 1;
    }

    /** The same as {@link #make} for many: those that there were not. */
    Set<MacAddress> makeAll(
            long provider, Map<MacAddress, String> models, Instant now, Instant until) {
        return Set.copyOf(
                statements.list(
                        """
                        INSERT INTO device (provider_id, mac, model, armed_at, armed_until,
                                            settings, login, shape)
                        SELECT ?, wish.mac, wish.model, ?, ?, '[]', '[]', wish.model || '|||'
                          FROM unnest(?::bigint[], ?::text[]) AS wish (mac, model)
                         ORDER BY wish.mac
                        ON CONFLICT (provider_id, mac) DO NOTHING RETURNING mac
                        """,
                        row -> new MacAddress(row.getLong("mac")),
                        provider,
                        now.atOffset(ZoneOffset.UTC),
                        until.atOffset(ZoneOffset.UTC),
                        models.keySet().stream().map(MacAddress::bits).toArray(Long[]::new),
                        models.values().toArray(String[]::new)));
    }

    Optional<DeviceRow> find(long provider, MacAddress mac) {
        return find(ONE, provider, mac.bits()).firstResultOptional();
    }

    Optional<DeviceRow> lock(long provider, MacAddress mac) {
        return find(ONE, provider, mac.bits())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** A keyset page: the provider's devices behind this address. */
    List<DeviceRow> page(long provider, MacAddress after, int size) {
        return find("providerId = ?1 and mac > ?2 order by mac", provider, after.bits())
                .page(0, size)
                .list();
    }

    /**
     * Those of these addresses whose window is open or whose password is being followed, whoever
     * they belong to; locked in order.
     */
    List<DeviceRow> lockFollowed(Collection<Long> macs, Instant now) {
        return find(
                        "mac in ?1 and (armedUntil > ?2 or configKeyState in ('fresh', 'given') or"
                                + " settings like '%\"P1359\"%') order by id",
                        macs, now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Writes down what the device says from now on, or that it is gone. */
    void remember(DeviceRow row, String author, boolean gone, Instant at) {
        row.revision = next("device_revision_number");
        flush();
        getEntityManager()
                .createNativeQuery(REMEMBER + " WHERE id = ?1")
                .setParameter(1, row.id)
                .setParameter(2, at)
                .setParameter(3, author)
                .setParameter(4, gone)
                .executeUpdate();
    }

    /** The same as {@link #remember} for many. */
    void rememberAll(List<DeviceRow> changed, String author, Instant at) {
        Iterator<?> numbers =
                getEntityManager()
                        .createNativeQuery(
                                "SELECT nextval('device_revision_number') FROM generate_series(1,"
                                        + " ?1)")
                        .setParameter(1, changed.size())
                        .getResultList()
                        .iterator();
        changed.forEach(row -> row.revision = ((Number) numbers.next()).longValue());
        flush();
        List<Long> ids = changed.stream().map(row -> row.id).toList();
        getEntityManager()
                .createNativeQuery(REMEMBER + " WHERE id IN (?1)")
                .setParameter(1, ids)
                .setParameter(2, at)
                .setParameter(3, author)
                .setParameter(4, false)
                .executeUpdate();
    }

    /** The addresses of the provider's devices behind this one, in order. */
    List<Long> macsBehind(long provider, long mac, int most) {
        return getEntityManager()
                .createQuery(
                        "select d.mac from DeviceRow d where d.providerId = ?1 and d.mac > ?2 order"
                                + " by d.mac",
                        Long.class)
                .setParameter(1, provider)
                .setParameter(2, mac)
                .setMaxResults(most)
                .getResultList();
    }

    /** The first of these that the provider has a device for. */
    Optional<Long> known(long provider, Collection<Long> macs) {
        return getEntityManager()
                .createQuery(
                        "select d.mac from DeviceRow d where d.providerId = ?1 and d.mac in ?2"
                                + " order by d.mac",
                        Long.class)
                .setParameter(1, provider)
                .setParameter(2, macs)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Those of the provider's devices, locked in order. */
    List<DeviceRow> lockAll(long provider, Collection<Long> macs) {
        return find("providerId = ?1 and mac in ?2 order by id", provider, macs)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The next generation that no device has had. */
    int nextGeneration() {
        return (int) next("device_generation");
    }

    private long next(String sequence) {
        return ((Number)
                        getEntityManager()
                                .createNativeQuery("SELECT nextval('" + sequence + "')")
                                .getSingleResult())
                .longValue();
    }
}
