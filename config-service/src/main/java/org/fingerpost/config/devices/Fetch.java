package org.fingerpost.config.devices;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.fingerpost.formats.mac.MacAddress;

/** A device's own file, given by a door at a time. */
record Fetch(long provider, MacAddress mac, Instant at) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The fetch that a sighting tells of; empty for every other sighting. */
    static Optional<Fetch> of(byte[] sighting) {
        try {
            Told told = JSON.readValue(sighting, Told.class);
            if (!told.tellsOfAFetch()) {
                return Optional.empty();
            }
            return MacAddress.find(told.mac)
                    .map(mac -> new Fetch(told.provider, mac, Instant.parse(told.time)));
        } catch (IOException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Was the file given in this device's present window? */
    boolean uses(DeviceRow row) {
        return row.providerId == provider && row.mac == mac.bits() && !at.isBefore(row.armedAt);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Told(
            String service,
            String kind,
            String method,
            int status,
            String outcome,
            String mac,
            long provider,
            String time) {
        boolean tellsOfAFetch() {
            return "config".equals(service)
                    && ("cfg-binary".equals(kind) || "cfg-xml".equals(kind))
                    && "GET".equals(method)
                    && status == 200
                    && "served".equals(outcome)
                    && mac != null
                    && time != null;
        }
    }
}
