package org.fingerpost.config.shapes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.fingerpost.formats.mac.MacAddress;

/** Counts the devices of each shape. */
@ApplicationScoped
public class Shapes {
    private final EntityManager database;

    Shapes(EntityManager database) {
        this.database = database;
    }

    /**
     * The devices of one shape.
     *
     * @param example the lowest of their addresses
     */
    public record Alike(long provider, Shape shape, MacAddress example, long devices) {}

    /** All shapes of a provider's devices. */
    @Transactional
    public List<Alike> of(long provider) {
        return read("WHERE provider_id = " + provider);
    }

    /** All shapes of a provider's devices but these. */
    @Transactional
    public List<Alike> without(long provider, Collection<MacAddress> devices) {
        String macs =
                devices.stream()
                        .map(mac -> Long.toString(mac.bits()))
                        .collect(Collectors.joining(",", "cast('{", "}' as bigint[])"));
        return read("WHERE provider_id = " + provider + " AND mac <> ALL (" + macs + ")");
    }

    /** All shapes of all providers' devices. */
    @Transactional
    public List<Alike> all() {
        return read("");
    }

    private List<Alike> read(String where) {
        List<?> rows =
                database.createNativeQuery(
                                "SELECT provider_id, shape, min(mac), count(*) FROM device "
                                        + where
                                        + " GROUP BY provider_id, shape ORDER BY 1, 3")
                        .getResultList();
        return rows.stream().map(Object[].class::cast).map(Shapes::alike).toList();
    }

    private static Alike alike(Object[] row) {
        return new Alike(
                ((Number) row[0]).longValue(),
                Shape.parse((String) row[1]),
                new MacAddress(((Number) row[2]).longValue()),
                ((Number) row[3]).longValue());
    }
}
