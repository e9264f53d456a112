package org.fingerpost.config.devices.fetches;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.fingerpost.formats.mac.MacAddress;

/** What a phone asked a door for: a file of its own that it was given, or one of any phone's. */
public record Fetch(long provider, MacAddress mac, Instant at, What what) {
    public enum What {
        OWN_BINARY,
        OWN_XML,
        GENERIC
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The fetch that a sighting tells of; empty for every other sighting. */
    static Optional<Fetch> of(byte[] sighting) {
        try {
            Told told = JSON.readValue(sighting, Told.class);
            return told.what()
                    .flatMap(what ->
                            MacAddress.find(told.mac)
                                    .map(mac ->
                                            new Fetch(
                                                    told.provider,
                                                    mac,
                                                    Instant.parse(told.time),
                                                    what)));
        } catch (IOException | DateTimeException e) {
            return Optional.empty();
        }
    }

    public boolean xml() {
        return what == What.OWN_XML;
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
        /** Nothing if it tells of neither. */
        Optional<What> what() {
            if (!"config".equals(service) || !"GET".equals(method) || mac == null || time == null) {
                return Optional.empty();
            }
            boolean given = status == 200 && "served".equals(outcome);
            return switch (kind) {
                case "cfg-binary" -> given ? Optional.of(What.OWN_BINARY) : Optional.empty();
                case "cfg-xml" -> given ? Optional.of(What.OWN_XML) : Optional.empty();
                case "generic-xml" -> Optional.of(What.GENERIC);
                case null, default -> Optional.empty();
            };
        }
    }
}
