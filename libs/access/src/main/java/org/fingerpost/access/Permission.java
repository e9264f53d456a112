package org.fingerpost.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an API key may do besides everything that any key of its provider may. */
public enum Permission {
    /** Make and revoke the provider's API keys, whatever these may do. */
    KEYS,
    /** See secrets in clear. */
    REVEAL;

    /** As JSON, SQL and the state topic spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Nothing for a word of a later version's: whoever does not know it does not grant it. */
    public static Optional<Permission> find(String word) {
        return Arrays.stream(values())
                .filter(permission -> permission.word().equals(word))
                .findFirst();
    }
}
