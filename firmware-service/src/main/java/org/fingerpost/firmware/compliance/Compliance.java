package org.fingerpost.firmware.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Keeps who runs what. */
@ApplicationScoped
public class Compliance {
    private static final int PAGE = 1000;

    private final PhoneRows rows;
    private final Arrivals arrivals;

    Compliance(PhoneRows rows, Arrivals arrivals) {
        this.rows = rows;
        this.arrivals = arrivals;
    }

    private record Key(long provider, long mac) {}

    /** Takes sightings in, in any order and as often as they come, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(Collection<Heard> sightings) {
        Map<Key, Heard> latest = new HashMap<>();
        for (Heard heard : sightings) {
            // Who says neither says nothing about compliance.
            if (!heard.version().isEmpty() || !heard.model().isEmpty()) {
                latest.merge(
                        new Key(heard.provider(), heard.mac().bits()),
                        heard,
                        (one, other) ->
                                other.at().isAfter(one.at()) ? other.after(one) : one.after(other));
            }
        }
        if (!latest.isEmpty()) {
            arrivals.keep(latest.values());
        }
    }

    /** A page, by address. */
    @Transactional
    List<Phone> page(PhoneQuery query, long after, int size) {
        return rows.page(query, after, size);
    }

    /** How many run what. */
    @Transactional
    List<Summary> summary(PhoneQuery query) {
        return rows.summary(query);
    }

    /** All of them, a page in memory and in a transaction at a time. */
    void export(PhoneQuery query, Consumer<Phone> to) {
        long behind = -1;
        List<Phone> page;
        do {
            page = page(query, behind, PAGE);
            page.forEach(to);
            behind = page.isEmpty() ? behind : page.getLast().mac().bits();
        } while (page.size() == PAGE);
    }
}
