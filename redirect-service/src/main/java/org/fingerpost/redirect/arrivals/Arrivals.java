package org.fingerpost.redirect.arrivals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fingerpost.access.Caller;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.ranges.MacRange;
import org.fingerpost.redirect.ranges.Registration;

/**
 * Keeps which phones have come. What came of a phone while it was another provider's is nobody's
 * business but that one's.
 */
@ApplicationScoped
public class Arrivals {
    private final ArrivalRows rows;

    Arrivals(ArrivalRows rows) {
        this.rows = rows;
    }

    /** Takes contacts in, in any order and as often as they come. */
    @Transactional
    void keep(Collection<Arrival> contacts) {
        Collection<Arrival> phones =
                contacts.stream()
                        .collect(Collectors.toMap(Arrival::key, Function.identity(), Arrival::with))
                        .values();
        try {
            rows.keep(phones);
        } catch (SQLException e) {
            throw new IllegalStateException("contacts could not be kept", e);
        }
    }

    /** How far the phones of the range have come, as its provider may know it. */
    @Transactional
    public Funnel funnel(Registration range) {
        MacRange span = range.range();
        try {
            return rows.count(span.first().bits(), span.last().bits(), range.provider());
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** Those of its phones that have come, in the order of their addresses. */
    @Transactional
    public List<Arrival> phones(Registration range, Optional<MacAddress> after, int size) {
        long first =
                Math.max(range.range().first().bits(), after.map(mac -> mac.bits() + 1).orElse(0L));
        long last = range.range().last().bits();
        try {
            Map<MacAddress, Arrival> phones = new TreeMap<>();
            rows.phones(first, last, range.provider(), size)
                    .forEach(row -> phones.merge(row.mac(), row, Arrival::with));
            return List.copyOf(phones.values());
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** All that the caller may know of one phone's contacts. */
    @Transactional
    public Optional<Arrival> of(Caller caller, MacAddress mac) {
        try {
            return rows.of(mac).stream()
                    .filter(row -> row.provider() == Arrival.NOBODY || caller.sees(row.provider()))
                    .reduce(Arrival::with);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static IllegalStateException unreadable(SQLException e) {
        return new IllegalStateException("arrivals could not be read", e);
    }
}
