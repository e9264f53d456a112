package org.fingerpost.gateway.upstream.doors;

import java.util.Optional;

/**
 * Which bytes are wanted, and under which condition.
 *
 * @param unless the entity tag of what is here already
 */
public record Part(long offset, int length, Optional<String> unless) {
    String range() {
        return "bytes=" + offset + "-" + (offset + length - 1);
    }
}
