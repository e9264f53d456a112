package org.fingerpost.gateway.names;

/** Who has files for phones. */
public enum Door {
    REDIRECT,
    CONFIG,
    FIRMWARE
}
