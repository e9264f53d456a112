package org.fingerpost.cli.lan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A message of SIP (RFC 3261) as far as plug and play needs it.
 *
 * @param first the request line or status line
 * @param fields by name in lower case, of several the first
 */
record SipMessage(String first, Map<String, String> fields, String body) {
    private static final int LONGEST = 4096;
    private static final Map<String, String> COMPACT =
            Map.of(
                    "v",
                    "via",
                    "f",
                    "from",
                    "t",
                    "to",
                    "i",
                    "call-id",
                    "o",
                    "event",
                    "c",
                    "content-type",
                    "l",
                    "content-length",
                    "m",
                    "contact");

    /** Empty if it is no message. */
    static Optional<SipMessage> read(byte[] datagram, int length) {
        if (length > LONGEST) {
            return Optional.empty();
        }
        var text = new String(datagram, 0, length, ISO_8859_1);
        var end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return Optional.empty();
        }
        var lines = text.substring(0, end).split("\r\n");
        var fields = new LinkedHashMap<String, String>();
        for (var i = 1; i < lines.length; i++) {
            var colon = lines[i].indexOf(':');
            if (colon < 1) {
                return Optional.empty();
            }
            var name = lines[i].substring(0, colon).strip().toLowerCase(Locale.ROOT);
            fields.putIfAbsent(
                    COMPACT.getOrDefault(name, name), lines[i].substring(colon + 1).strip());
        }
        return Optional.of(new SipMessage(lines[0], fields, text.substring(end + 4)));
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
