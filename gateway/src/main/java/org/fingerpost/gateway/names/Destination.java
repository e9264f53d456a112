package org.fingerpost.gateway.names;

import java.util.Optional;
import org.fingerpost.formats.mac.MacAddress;

/** Where a file is that somebody asks for. */
public sealed interface Destination {
    /**
     * @param path below the door, percent-encoded
     */
    record At(Door door, String path) implements Destination {
        /** Without the path, which may hold a token. */
        @Override
        public String toString() {
            return "At[" + door + "]";
        }
    }

    /**
     * A config file in no provider's directory: redirect's door knows whose phone it is.
     *
     * @param name percent-encoded
     */
    record OfItsProvider(String name) implements Destination {}

    /** A firmware file in no provider's directory, asked for by a phone that says who it is. */
    record FirmwareFor(MacAddress phone, String name) implements Destination {}

    record Nowhere() implements Destination {}

    /**
     * Where the name leads.
     *
     * @param name as it came in the packet, in ISO 8859-1
     * @param phone its MAC address, if it tells one
     */
    static Destination of(String name, Optional<MacAddress> phone) {
        return AskedName.of(name).map(asked -> asked.destination(phone)).orElseGet(Nowhere::new);
    }
}
