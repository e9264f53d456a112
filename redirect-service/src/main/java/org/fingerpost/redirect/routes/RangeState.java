package org.fingerpost.redirect.routes;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.fingerpost.formats.mac.MacAddress;

/**
 * What the state record of a range tells that matters for routing ({@code
 * org.fingerpost.redirect.range.v1}).
 *
 * @param first the first MAC address, as a number
 * @param last the last one, inclusive
 * @param target the id of the target server
 * @param state {@code active}, {@code pilot}, {@code blocked}, {@code default}, or one that has no
 *     say in routing
 * @param pilotMacs ascending
 */
record RangeState(long id, long first, long last, long target, String state, long[] pilotMacs) {
    static final long[] NO_PILOTS = {};

    /**
     * Reads a record; words that are not known are passed over.
     *
     * @throws IOException if it is no JSON
     * @throws IllegalArgumentException if it tells of no range
     */
    static RangeState read(ObjectMapper json, byte[] value) throws IOException {
        RangeReader quick = new RangeReader(value);
        return quick.reads() ? quick.range() : json.readValue(value, Written.class).toState();
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Written(
            @JsonProperty(required = true) long id,
            @JsonProperty(required = true) String first,
            @JsonProperty(required = true) String last,
            @JsonProperty(required = true) long target,
            @JsonProperty(required = true) String state,
            List<String> pilotMacs) {
        Written {
            pilotMacs = pilotMacs == null ? List.of() : pilotMacs;
        }

        RangeState toState() {
            if (first == null
                    || last == null
                    || state == null
                    || pilotMacs.stream().anyMatch(Objects::isNull)) {
                throw new IllegalArgumentException("range " + id + " lacks an end or its state");
            }
            return new RangeState(id, bits(first), bits(last), target, state, pilots());
        }

        private long[] pilots() {
            return pilotMacs.stream().mapToLong(Written::bits).sorted().toArray();
        }

        private static long bits(String mac) {
            return MacAddress.parse(mac).bits();
        }
    }
}
