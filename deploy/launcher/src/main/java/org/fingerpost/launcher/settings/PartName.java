package org.fingerpost.launcher.settings;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The six programs of a deployment, in the order of {@code deploy/status}. */
public enum PartName {
    POSTGRESQL(0, 0),
    KAFKA(0, 0),
    REDIRECT(8081, 8441),
    CONFIG(8082, 8442),
    FIRMWARE(8083, 8443),
    /** HTTP for all three; its TFTP has a port of its own. */
    GATEWAY(8080, 0);

    private final int defaultPort;
    private final int defaultTlsPort;

    PartName(int defaultPort, int defaultTlsPort) {
        this.defaultPort = defaultPort;
        this.defaultTlsPort = defaultTlsPort;
    }

    public static List<PartName> services() {
        return List.of(REDIRECT, CONFIG, FIRMWARE);
    }

    public boolean isService() {
        return defaultPort != 0;
    }

    /** As it is written on the command line, in files and in tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The variable that chooses its port. */
    public String portVariable() {
        return switch (this) {
            case POSTGRESQL -> "FINGERPOST_POSTGRES_PORT";
            case GATEWAY -> "FINGERPOST_HTTP_PORT";
            case KAFKA, REDIRECT, CONFIG, FIRMWARE -> "FINGERPOST_" + name() + "_PORT";
        };
    }

    public String tlsPortVariable() {
        return "FINGERPOST_" + name() + "_TLS_PORT";
    }

    int defaultPort() {
        return defaultPort;
    }

    int defaultTlsPort() {
        return defaultTlsPort;
    }

    static Stream<String> ownVariables() {
        return Stream.of(values())
                .flatMap(part -> Stream.of(part.portVariable(), part.tlsPortVariable()));
    }
}
