package org.fingerpost.firmware.doors;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A heartbeat: what the door saw before {@code at} lies before it, in this partition.
 *
 * @param lastLoss when it last lost something, by its own clock; empty: never
 */
public record Beat(
        UUID door,
        String service,
        Instant at,
        int partition,
        int partitions,
        Optional<Instant> lastLoss) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** More than a topic has here: nobody is made to keep rows for made-up partitions. */
    private static final int MOST_PARTITIONS = 1000;

    private static final int LONGEST = 32;

    /** The heartbeat; empty if it is none. */
    public static Optional<Beat> of(byte[] heartbeat) {
        try {
            Told told = JSON.readValue(heartbeat, Told.class);
            return told == null || !told.isWhole() ? Optional.empty() : Optional.of(told.beat());
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Told(
            String door,
            String service,
            String time,
            int partition,
            int partitions,
            String lastLoss) {
        boolean isWhole() {
            return door != null
                    && service != null
                    && service.length() <= LONGEST
                    && time != null
                    && partition >= 0
                    && partition < partitions
                    && partitions <= MOST_PARTITIONS;
        }

        Beat beat() {
            return new Beat(
                    UUID.fromString(door),
                    service,
                    Instant.parse(time),
                    partition,
                    partitions,
                    Optional.ofNullable(lastLoss).map(Instant::parse));
        }
    }
}
