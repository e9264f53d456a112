package org.fingerpost.cli.walk;

import java.util.Set;

/** P-values that hold passwords or keys. */
public final class Secrets {
    private static final Set<String> NAMES =
            Set.of(
                    // administrator and end user
                    "P2",
                    "P196",
                    // SIP accounts 1 to 6, second FXS port
                    "P34",
                    "P406",
                    "P506",
                    "P606",
                    "P1706",
                    "P1806",
                    "P735",
                    // PPPoE
                    "P83",
                    // firmware key, XML password, HTTP passwords for config and firmware
                    "P242",
                    "P1359",
                    "P1361",
                    "P6769",
                    // TLS keys, their password, client certificate with key
                    "P279",
                    "P280",
                    "P281",
                    "P8472",
                    // TR-069: to the server and back
                    "P4505",
                    "P4512");

    private Secrets() {}

    public static boolean include(String name) {
        return NAMES.contains(name);
    }
}
