package org.fingerpost.config.claims;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.fingerpost.formats.mac.MacAddress;

/**
 * A range of redirect's as the state topic tells it.
 *
 * @param target the target server's id
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Claim(long id, long provider, MacAddress first, MacAddress last, long target, String state) {

    boolean isActive() {
        return state.equals("active");
    }

    boolean encloses(Claim other) {
        return first.compareTo(other.first) <= 0 && other.last.compareTo(last) <= 0;
    }

    boolean contains(MacAddress mac) {
        return first.compareTo(mac) <= 0 && mac.compareTo(last) <= 0;
    }
}
