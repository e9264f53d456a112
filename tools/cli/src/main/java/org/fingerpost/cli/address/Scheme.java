package org.fingerpost.cli.address;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a phone asks; the ordinal is what P212 and P6767 say. */
public enum Scheme {
    TFTP(69),
    HTTP(80),
    HTTPS(443);

    private final int port;

    Scheme(int port) {
        this.port = port;
    }

    /** The one that P212 or P6767 names so. */
    public static Optional<Scheme> ofValue(String value) {
        return Arrays.stream(values()).filter(scheme -> scheme.value().equals(value)).findFirst();
    }

    public String value() {
        return Integer.toString(ordinal());
    }

    /** Where it is asked unless an address says otherwise. */
    public int port() {
        return port;
    }

    /** What stands in front of a URL. */
    String prefix() {
        return name().toLowerCase(Locale.ROOT) + "://";
    }
}
