package org.fingerpost.redirect.ranges.searching;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fingerpost.access.Caller;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.ranges.Registration;
import org.fingerpost.redirect.ranges.tree.RangeRows;
import org.fingerpost.statements.Statements;

/** Finds ranges. Every question has an index that answers it in the order of ids. */
@ApplicationScoped
public class RangeSearch {
    private static final int PAGE = 1000;

    private final Statements statements;

    RangeSearch(Statements statements) {
        this.statements = statements;
    }

    /** A statement and its values. */
    record Question(String sql, Object[] values) {}

    /**
     * A page, oldest first, from behind the id {@code after} on; those around an address come
     * innermost first.
     */
    public List<Registration> page(RangeFilter filter, long after, int size) {
        Question question = question(filter, after, size);
        return statements.list(question.sql(), RangeRows::registration, question.values());
    }

    /** The phones that the provider has registered one by one, oldest first, so many at most. */
    public List<MacAddress> phonesOf(Caller.OfProvider provider, int most) {
        return statements.list(
                "SELECT first_mac FROM mac_range WHERE provider_id = ? AND first_mac = last_mac"
                        + " AND state IN ('pending', 'pilot', 'active') ORDER BY id LIMIT ?",
                row -> new MacAddress(row.getLong(1)),
                provider.provider(),
                most);
    }

    /** All of them, a page in memory at a time. */
    void each(RangeFilter filter, long after, Consumer<Registration> to) {
        long behind = after;
        List<Registration> page;
        do {
            page = page(filter, behind, PAGE);
            page.forEach(to);
            behind = page.isEmpty() ? behind : page.getLast().id();
        } while (page.size() == PAGE && filter.mac().isEmpty());
    }

    static Question question(RangeFilter filter, long after, int size) {
        StringBuilder where = new StringBuilder(" WHERE id > ?");
        List<Object> values = new ArrayList<>(List.of(after));
        if (filter.caller() instanceof Caller.OfProvider(long provider)) {
            where.append(" AND provider_id = ?");
            values.add(provider);
        }
        filter.state()
                .ifPresent(state -> {
                    where.append(" AND state = ?");
                    values.add(state.word());
                });
        filter.targetServer()
                .ifPresent(server -> {
                    where.append(" AND target_server_id = ?");
                    values.add(server);
                });
        filter.company()
                .ifPresent(company -> {
                    where.append(" AND company = ?");
                    values.add(company);
                });
        filter.mac()
                .ifPresent(mac -> {
                    where.append(" AND stands AND place && mac_column(?)");
                    values.add(mac.bits());
                });
        values.add(size);
        String order = filter.mac().isPresent() ? "last_mac - first_mac" : "id";
        return new Question(
                "SELECT "
                        + RangeRows.COLUMNS
                        + " FROM mac_range"
                        + where
                        + " ORDER BY "
                        + order
                        + " LIMIT ?",
                values.toArray());
    }
}
