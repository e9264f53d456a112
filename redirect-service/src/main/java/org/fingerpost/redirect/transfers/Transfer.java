package org.fingerpost.redirect.transfers;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Ranges that one provider offers to another.
 *
 * @param ranges their ids
 * @param expiresAt from then on an open offer is void
 */
public record Transfer(
        long id,
        long from,
        long to,
        List<Long> ranges,
        State state,
        Instant offeredAt,
        Instant expiresAt) {

    public Transfer {
        ranges = List.copyOf(ranges);
    }

    /** What has become of the offer. Expired is what the clock says of an open one. */
    public enum State {
        OFFERED,
        ACCEPTED,
        DECLINED,
        CANCELLED,
        EXPIRED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Transfer as(State now) {
        return new Transfer(id, from, to, ranges, now, offeredAt, expiresAt);
    }

    /** As it is at a time. */
    Transfer at(Instant time) {
        return state == State.OFFERED && !time.isBefore(expiresAt) ? as(State.EXPIRED) : this;
    }
}
