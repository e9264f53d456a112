package org.fingerpost.gateway.plugandplay;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A request of SIP as its lines (RFC 3261, section 7), read with limits.
 *
 * <pre>
 * request = line CRLF *( field CRLF ) CRLF *OCTET
 * line    = method SP uri SP "SIP/2.0"
 * field   = name *WSP ":" *WSP value        ; printable ASCII; no value goes on in the next line
 * </pre>
 *
 * @param fields by name in lower case; each may come once
 */
record SipText(String method, String uri, Map<String, String> fields) {
    /** What fits into one frame; a SUBSCRIBE has half of it. */
    static final int LONGEST = 1500;

    private static final int MOST_FIELDS = 40;
    private static final int LONGEST_LINE = 400;

    /** RFC 3261, section 7.3.3, of what is looked at here. */
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
                    "m",
                    "contact",
                    "o",
                    "event",
                    "l",
                    "content-length");

    /**
     * @throws SipException if it is no request
     */
    static SipText read(byte[] datagram, int length) {
        if (length > LONGEST) {
            throw new SipException("request", "it has more than " + LONGEST + " octets");
        }
        String text = new String(datagram, 0, length, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new SipException("request", "its header does not end");
        }
        String[] lines = text.substring(0, end).split("\r\n", MOST_FIELDS + 2);
        if (lines.length > MOST_FIELDS + 1) {
            throw new SipException("header", "it has more than " + MOST_FIELDS + " fields");
        }
        String[] first = printable(lines[0]).split(" ", -1);
        if (first.length != 3 || !first[2].equals("SIP/2.0")) {
            throw new SipException("request line", "it is none of SIP/2.0");
        }
        Map<String, String> fields = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            add(fields, printable(lines[i]));
        }
        return new SipText(first[0], first[1], Map.copyOf(fields));
    }

    private static String printable(String line) {
        if (line.length() > LONGEST_LINE || !line.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new SipException("line", "it is too long, or no printable ASCII");
        }
        return line;
    }

    private static void add(Map<String, String> fields, String line) {
        int colon = line.indexOf(':');
        if (colon < 1 || line.charAt(0) == ' ') {
            throw new SipException("field", "it has no name");
        }
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        String known = COMPACT.getOrDefault(name, name);
        if (fields.put(known, line.substring(colon + 1).strip()) != null
                && COMPACT.containsValue(known)) {
            throw new SipException(known, "it comes twice");
        }
    }

    /**
     * @throws SipException if there is none
     */
    String field(String name) {
        String value = fields.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new SipException(name, "it is missing");
        }
        return value;
    }
}
