package org.fingerpost.cli;

import java.util.Set;
import org.fingerpost.cli.address.Address;
import org.fingerpost.cli.address.Veil;
import org.fingerpost.cli.walk.Secrets;

/** What people and programs get to see: everything, or everything but secrets. */
record Shown(boolean secrets) {
    private static final String MASK = "****";
    private static final Set<String> ADDRESSES = Set.of("P237", "P192");

    String url(Address address) {
        return secrets ? address.url() : address.veiled();
    }

    /** What the LAN said: an address in it may hold a token, too. */
    String told(String by, String words) {
        if (secrets) {
            return words;
        }
        return by.equals("option43") ? words.length() / 2 + " bytes" : Veil.over(words);
    }

    String value(String name, String value) {
        if (secrets || value.isEmpty()) {
            return value;
        }
        if (Secrets.include(name)) {
            return MASK;
        }
        return ADDRESSES.contains(name) ? Veil.over(value) : value;
    }
}
