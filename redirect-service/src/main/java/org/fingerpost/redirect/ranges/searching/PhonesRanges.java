package org.fingerpost.redirect.ranges.searching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.ranges.Registration;
import org.fingerpost.redirect.ranges.tree.RangeRows;
import org.fingerpost.statements.Statements;

/** Tells of phones in which ranges they lie, to other rooms; whoever asks hides what it must. */
@ApplicationScoped
public class PhonesRanges {
    private final Statements statements;

    PhonesRanges(Statements statements) {
        this.statements = statements;
    }

    /** All ranges that hold the phone, the innermost first. Rejected ones hold nothing. */
    @Transactional
    public List<Registration> around(MacAddress mac) {
        return statements.list(
                "SELECT "
                        + RangeRows.COLUMNS
                        + " FROM mac_range WHERE stands AND place && mac_column(?)"
                        + " ORDER BY last_mac - first_mac",
                RangeRows::registration,
                mac.bits());
    }

    /**
     * The jobs that registered and approved a range, if it was not done singly.
     *
     * @param importId as its verdicts are asked for
     */
    public record Lists(Optional<Long> importId, Optional<Long> approvalId) {}

    @Transactional
    public Lists listsOf(long id) {
        return statements
                .list(
                        "SELECT import_id, approval_id FROM mac_range WHERE id = ?",
                        row ->
                                new Lists(
                                        Optional.ofNullable(row.getObject(1, Long.class)),
                                        Optional.ofNullable(row.getObject(2, Long.class))),
                        id)
                .stream()
                .findFirst()
                .orElseGet(() -> new Lists(Optional.empty(), Optional.empty()));
    }

    /** Those of the phones that lie in any range. */
    @Transactional
    public List<MacAddress> registeredAmong(Collection<MacAddress> phones) {
        return statements.list(
                "SELECT mac FROM unnest(?) AS mac WHERE EXISTS"
                        + " (SELECT FROM mac_range WHERE stands AND place && mac_column(mac))",
                row -> new MacAddress(row.getLong(1)),
                (Object) phones.stream().map(MacAddress::bits).toArray(Long[]::new));
    }
}
