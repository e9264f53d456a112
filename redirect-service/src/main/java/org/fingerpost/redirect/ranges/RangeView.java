package org.fingerpost.redirect.ranges;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fingerpost.formats.mac.MacAddress;

/** A range as answers show it; what it does not have is left out. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RangeView(
        long id,
        long providerId,
        String first,
        String last,
        long targetServerId,
        String state,
        boolean blocked,
        Optional<String> company,
        List<String> pilotMacs,
        Optional<String> reason,
        Optional<Long> parent,
        Instant registeredAt,
        Optional<Instant> approvedAt) {

    public static RangeView of(Registration range) {
        return new RangeView(
                range.id(),
                range.provider(),
                range.range().first().toString(),
                range.range().last().toString(),
                range.targetServer(),
                range.state().word(),
                range.blocked(),
                range.company(),
                range.pilotMacs().stream().map(MacAddress::toString).toList(),
                range.reason(),
                range.parent(),
                range.registeredAt(),
                range.approvedAt());
    }
}
