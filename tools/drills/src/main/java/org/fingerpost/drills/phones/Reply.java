package org.fingerpost.drills.phones;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a door said. */
record Reply(int status, byte[] body) {
    private static final Pattern BINARY = Pattern.compile("&?P237=([^&\\x00]*)");
    private static final Pattern XML = Pattern.compile("<P237>([^<]*)</P237>");

    /** The configuration server that the phone is sent to; empty for a 404, a remark otherwise. */
    String server() {
        if (status == 404) {
            return "";
        }
        if (status != 200) {
            return "HTTP " + status;
        }
        String text = new String(body, StandardCharsets.ISO_8859_1);
        Matcher matcher = (text.startsWith("<?xml") ? XML : BINARY).matcher(text);
        return matcher.find()
                ? URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8)
                : "no P237";
    }
}
