package org.fingerpost.redirect.ranges;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.fingerpost.formats.mac.MacAddress;

/** Tells of phones in which ranges they lie, to other rooms; whoever asks hides what it must. */
@ApplicationScoped
public class PhonesRanges {
    private final RangeRows rows;

    PhonesRanges(RangeRows rows) {
        this.rows = rows;
    }

    /** All ranges that hold the phone, the innermost first. Rejected ones hold nothing. */
    @Transactional
    public List<Registration> around(MacAddress mac) {
        return rows.around(mac);
    }

    /**
     * The jobs that registered and approved a range, if it was not done singly.
     *
     * @param importId as its verdicts are asked for
     */
    public record Lists(Optional<Long> importId, Optional<Long> approvalId) {}

    @Transactional
    public Lists listsOf(long id) {
        return rows.listsOf(id).orElseGet(() -> new Lists(Optional.empty(), Optional.empty()));
    }

    /** Those of the phones that lie in any range. */
    @Transactional
    public List<MacAddress> registeredAmong(Collection<MacAddress> phones) {
        return rows.registeredAmong(phones);
    }
}
