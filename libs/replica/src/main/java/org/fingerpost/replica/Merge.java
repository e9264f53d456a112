package org.fingerpost.replica;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.replica.disk.Row;
import org.fingerpost.replica.disk.Table;

/**
 * What whole transactions do to a table: the newest row of each key wins, and what is older than
 * the table's own, a marker of a deletion included, is left out.
 */
final class Merge {
    private final Table table;
    private final Map<String, Optional<Row>> before = new LinkedHashMap<>();
    private final Map<String, Row> after = new LinkedHashMap<>();

    Merge(Table table, List<Row> rows) {
        this.table = table;
        rows.forEach(this::add);
    }

    /** What is to be written. */
    Collection<Row> rows() {
        return after.values();
    }

    /** What followers are told. */
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (Row row : after.values()) {
            Optional<Entry> lived = lived(row.key());
            if (row.living()) {
                changes.add(new Change.Put(Replica.entry(row), lived));
            } else if (lived.isPresent()) {
                changes.add(new Change.Gone(lived.get()));
            }
        }
        return List.copyOf(changes);
    }

    /** By how much the number of living keys changes. */
    long growth() {
        return after.values().stream()
                .mapToLong(row -> (row.living() ? 1 : 0) - (lived(row.key()).isPresent() ? 1 : 0))
                .sum();
    }

    private void add(Row row) {
        Optional<Row> known = before.computeIfAbsent(row.key(), table::find);
        // A tombstone leaves nothing behind that a later row could be older than.
        boolean newest =
                Optional.ofNullable(after.get(row.key()))
                        .or(() -> known)
                        .filter(other -> other.kind() != Row.Kind.TOMBSTONE)
                        .filter(other -> other.revision() > row.revision())
                        .isEmpty();
        if (newest) {
            after.put(row.key(), row);
        }
    }

    private Optional<Entry> lived(String key) {
        return before.get(key).filter(Row::living).map(Replica::entry);
    }
}
