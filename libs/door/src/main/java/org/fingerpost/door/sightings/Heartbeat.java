package org.fingerpost.door.sightings;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The data of {@code org.fingerpost.heartbeat.v1}: all that the door saw before {@code upTo}, and
 * that went into this partition, lies before this record, but for what it lost.
 *
 * @param lastLoss when it last saw something that it could not keep, or found that something was
 *     gone; empty: never
 */
record Heartbeat(
        UUID door,
        String service,
        Instant upTo,
        int partition,
        int partitions,
        Optional<Instant> lastLoss) {
    static final String TYPE = "org.fingerpost.heartbeat.v1";

    /** As often as a feeder with nothing to do looks about; nobody waits for less than minutes. */
    static final Duration EVERY = Duration.ofSeconds(5);

    /** A sighting takes its time a moment before the spool has it. */
    static final Duration MARGIN = Duration.ofSeconds(1);

    byte[] json() {
        String lost =
                lastLoss.map(at -> ",\"lastLoss\":\"" + SightingJson.time(at) + "\"").orElse("");
        return """
        {"door":"%s","service":"%s","time":"%s","partition":%d,"partitions":%d%s}\
        """
                .formatted(door, service, SightingJson.time(upTo), partition, partitions, lost)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The same time and partition is the same heartbeat. */
    String id() {
        return door + "/" + upTo.toEpochMilli() + "-" + partition;
    }
}
