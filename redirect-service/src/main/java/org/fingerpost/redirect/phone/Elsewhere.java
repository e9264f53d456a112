package org.fingerpost.redirect.phone;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.fingerpost.redirect.instructions.Affixes;
import org.fingerpost.redirect.routes.ServerUrl;
import org.fingerpost.redirect.routes.TargetServer;

/**
 * The address of a file at its target server, for the HTTP 302 dialect:
 *
 * <pre>
 * url "/" prefix name postfix    ; all but unreserved characters of the name escaped (RFC 3986)
 * </pre>
 */
final class Elsewhere {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Elsewhere() {}

    /** Nothing if the file lies where no HTTP redirect leads. */
    static Optional<String> of(TargetServer server, AskedFile asked) {
        boolean firmware = asked.isFirmware();
        ServerUrl url = firmware ? server.firmwareUrl() : server.configUrl();
        Affixes affixes =
                firmware
                        ? server.instructions().firmwareNames()
                        : server.instructions().configNames();
        return url.scheme() == ServerUrl.Scheme.TFTP
                ? Optional.empty()
                : Optional.of(url + "/" + escaped(affixes.around(asked.name())));
    }

    private static String escaped(String name) {
        StringBuilder escaped = new StringBuilder(name.length());
        for (byte octet : name.getBytes(StandardCharsets.US_ASCII)) {
            boolean unreserved =
                    octet >= 'a' && octet <= 'z'
                            || octet >= 'A' && octet <= 'Z'
                            || octet >= '0' && octet <= '9'
                            || "-._~".indexOf(octet) >= 0;
            if (unreserved) {
                escaped.append((char) octet);
            } else {
                escaped.append('%').append(HEX.toHexDigits(octet));
            }
        }
        return escaped.toString();
    }
}
