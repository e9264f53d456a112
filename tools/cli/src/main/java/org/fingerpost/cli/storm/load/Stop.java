package org.fingerpost.cli.storm.load;

import java.util.Locale;

/** Where a phone of a storm asks, one after the other. */
public enum Stop {
    REDIRECT,
    CONFIG,
    FIRMWARE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
