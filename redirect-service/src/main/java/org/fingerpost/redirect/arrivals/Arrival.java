package org.fingerpost.redirect.arrivals;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.fingerpost.formats.mac.MacAddress;

/**
 * What the doors have seen of one phone while it was sent to one provider, or to nobody.
 *
 * @param provider 0 if it was sent to nobody
 * @param outcome of the last contact, as sightings spell it
 * @param model empty if the phone did not say
 * @param version of its firmware; empty if the phone did not say
 * @param redirectedAt when it was last told where it belongs
 */
public record Arrival(
        MacAddress mac,
        long provider,
        Instant firstContact,
        Instant lastContact,
        String outcome,
        String model,
        String version,
        Optional<Instant> redirectedAt) {
    static final long NOBODY = 0;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whose contacts they are. */
    record Key(MacAddress mac, long provider) {}

    /** The one contact that a sighting tells of; empty if it tells of none at this service. */
    static Optional<Arrival> of(byte[] sighting) {
        try {
            Told told = JSON.readValue(sighting, Told.class);
            return told.tellsOfAPhone()
                    ? MacAddress.find(told.mac).map(told::arrival)
                    : Optional.empty();
        } catch (IOException | DateTimeException e) {
            return Optional.empty();
        }
    }

    Key key() {
        return new Key(mac, provider);
    }

    /** Both together: the same whichever is first, and however often. */
    Arrival with(Arrival other) {
        Arrival later = other.lastContact.isAfter(lastContact) ? other : this;
        return new Arrival(
                mac,
                provider,
                other.firstContact.isBefore(firstContact) ? other.firstContact : firstContact,
                later.lastContact,
                later.outcome,
                later.model,
                later.version,
                latest(redirectedAt, other.redirectedAt));
    }

    private static Optional<Instant> latest(Optional<Instant> one, Optional<Instant> other) {
        return one.isEmpty() || other.filter(one.get()::isBefore).isPresent() ? other : one;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Told(
            String service,
            String outcome,
            String mac,
            long provider,
            String model,
            String version,
            String time) {
        boolean tellsOfAPhone() {
            return "redirect".equals(service) && outcome != null && mac != null && time != null;
        }

        /** A phone that has its redirection already was told it, too. */
        Arrival arrival(MacAddress phone) {
            Instant at = Instant.parse(time);
            boolean redirected = outcome.equals("redirected") || outcome.equals("not-modified");
            return new Arrival(
                    phone,
                    provider,
                    at,
                    at,
                    outcome,
                    Objects.requireNonNullElse(model, ""),
                    Objects.requireNonNullElse(version, ""),
                    redirected ? Optional.of(at) : Optional.empty());
        }
    }
}
