package org.fingerpost.gateway.names;

import java.util.Locale;

/** Who has files for phones. */
public enum Door {
    REDIRECT,
    CONFIG,
    FIRMWARE;

    /** As it is written in paths. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
