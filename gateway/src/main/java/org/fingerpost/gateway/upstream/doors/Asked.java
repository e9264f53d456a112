package org.fingerpost.gateway.upstream.doors;

import java.util.Optional;
import org.fingerpost.gateway.names.Destination;

/**
 * A file at a door, for a phone.
 *
 * @param userAgent what the phone says of itself
 * @param client its IP address, as text
 */
public record Asked(Destination.At at, Optional<String> userAgent, String client) {
    /** Answers are the same for those who ask alike; the address changes nothing about them. */
    public record Key(Destination.At at, Optional<String> userAgent) {}

    public Key key() {
        return new Key(at, userAgent);
    }
}
