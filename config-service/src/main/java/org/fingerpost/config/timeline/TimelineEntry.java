package org.fingerpost.config.timeline;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.fingerpost.formats.mac.MacAddress;

/**
 * A sighting of one phone. An empty text means that it was not told.
 *
 * @param provider whose directory was asked, or to whom the phone was sent; 0 is nobody
 */
public record TimelineEntry(
        long provider,
        MacAddress mac,
        Position position,
        String service,
        String kind,
        String outcome,
        String file,
        String model,
        String version,
        String method,
        String userAgent,
        String address,
        int status,
        long bytes,
        boolean secure) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WORD = 32;
    private static final int NAME = 128;
    private static final int AGENT = 256;
    private static final int ADDRESS = 64;
    private static final long LAST_SEQUENCE = (1L << 53) - 1;

    /** What became of a record that was read. */
    sealed interface Reading {
        record OfPhone(TimelineEntry entry) implements Reading {}

        /** A sighting that names no phone belongs to no timeline. */
        record OfNobody() implements Reading {}

        /** No sighting, whatever it is. */
        record Unreadable() implements Reading {}
    }

    static Reading read(byte[] sighting) {
        try {
            Told told = JSON.readValue(sighting, Told.class);
            if (told == null || !told.isWhole()) {
                return new Reading.Unreadable();
            }
            if (told.mac == null) {
                return new Reading.OfNobody();
            }
            Optional<MacAddress> mac = MacAddress.find(told.mac);
            return mac.isPresent()
                    ? new Reading.OfPhone(told.entry(mac.get()))
                    : new Reading.Unreadable();
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            return new Reading.Unreadable();
        }
    }

    /** The members of the event; see its schema. What is new there is passed over. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Told(
            String door,
            Long sequence,
            String time,
            String service,
            String mac,
            long provider,
            String kind,
            String file,
            String method,
            int status,
            long bytes,
            String outcome,
            String userAgent,
            String model,
            String version,
            String address,
            boolean secure) {
        boolean isWhole() {
            return door != null
                    && sequence != null
                    && sequence >= 0
                    && sequence <= LAST_SEQUENCE
                    && time != null
                    && isWord(service)
                    && isWord(kind)
                    && isWord(outcome)
                    && provider >= 0
                    && bytes >= 0
                    && status >= 100
                    && status < 600;
        }

        TimelineEntry entry(MacAddress phone) {
            Instant at = Instant.parse(time).truncatedTo(ChronoUnit.MILLIS);
            return new TimelineEntry(
                    provider,
                    phone,
                    new Position(at, UUID.fromString(door), sequence),
                    service,
                    kind,
                    outcome,
                    plain(file, NAME),
                    plain(model, NAME),
                    plain(version, NAME),
                    plain(method, NAME),
                    plain(userAgent, AGENT),
                    plain(address, ADDRESS),
                    status,
                    bytes,
                    secure);
        }

        private static boolean isWord(String text) {
            return text != null && text.length() <= WORD && text.matches("[a-z0-9-]+");
        }

        /** The event's schema promises this; the database is not asked to believe it. */
        private static String plain(String text, int longest) {
            StringBuilder kept = new StringBuilder();
            if (text != null) {
                text.codePoints()
                        .filter(c -> !Character.isISOControl(c) && !isHalf(c))
                        .limit(longest)
                        .forEach(kept::appendCodePoint);
            }
            return kept.toString();
        }

        private static boolean isHalf(int c) {
            return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        }
    }
}
