package org.fingerpost.redirect.ranges;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import org.fingerpost.formats.mac.MacAddress;

@Entity
@Table(name = "mac_range")
class RangeRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long providerId;
    long targetServerId;
    long firstMac;
    long lastMac;
    Long parent;
    Long parentFirst;
    Long parentLast;
    String state;
    Instant registeredAt;
    Instant approvedAt;

    /** The smallest of the ranges around this one; the database compares what is copied here. */
    void lieIn(RangeRow around) {
        parent = around.id;
        parentFirst = around.firstMac;
        parentLast = around.lastMac;
    }

    boolean encloses(MacRange range) {
        long first = range.first().bits();
        long last = range.last().bits();
        return firstMac <= first && last <= lastMac && (firstMac != first || lastMac != last);
    }

    Registration toRegistration() {
        return new Registration(
                id,
                providerId,
                new MacRange(new MacAddress(firstMac), new MacAddress(lastMac)),
                targetServerId,
                Registration.State.valueOf(state.toUpperCase(Locale.ROOT)));
    }
}
