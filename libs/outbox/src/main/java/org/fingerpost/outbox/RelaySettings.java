package org.fingerpost.outbox;

import java.time.Duration;
import java.util.Map;

/**
 * Where a relay publishes.
 *
 * @param topic the service's state topic; made (one partition, compacted) if it is not there
 * @param source the CloudEvents source, for example {@code /fingerpost/redirect}
 * @param kafka the client's settings, at least {@code bootstrap.servers}
 * @param poll how long a row that another process wrote may wait unnoticed; this process' own
 *     writes nudge
 */
public record RelaySettings(String topic, String source, Map<String, Object> kafka, Duration poll) {

    /**
     * Fixed, so that a relay which was thought dead cannot publish after its successor has begun.
     */
    String transactionalId() {
        return topic + ".relay";
    }
}
