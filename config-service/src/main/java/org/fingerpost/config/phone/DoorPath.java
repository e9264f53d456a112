package org.fingerpost.config.phone;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A path below this door.
 *
 * <pre>
 * path = 1*"/" "p" 1*"/" pathKey *( 1*"/" step ) 1*"/" file
 * </pre>
 *
 * @param steps what lies between path key and file; one of them may be the device's token
 */
record DoorPath(String pathKey, List<String> steps) {

    static Optional<DoorPath> of(String rawPath) {
        List<String> parts =
                Arrays.stream(rawPath.split("/")).filter(part -> !part.isEmpty()).toList();
        if (parts.size() < 3 || !parts.getFirst().equals("p") || rawPath.endsWith("/")) {
            return Optional.empty();
        }
        return Optional.of(new DoorPath(parts.get(1), parts.subList(2, parts.size() - 1)));
    }

    /** Without the steps, of which one may be a token. */
    @Override
    public String toString() {
        return "DoorPath[…]";
    }
}
