package org.fingerpost.cli.lan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fingerpost.cli.address.Address;

/**
 * Where a phone begins.
 *
 * @param told by whom and in which words; empty if it was built in
 */
public record Start(Address address, Map<String, String> told) {
    public Start {
        told = Collections.unmodifiableMap(new LinkedHashMap<>(told));
    }
}
