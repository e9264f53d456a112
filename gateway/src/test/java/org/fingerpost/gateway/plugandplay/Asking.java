package org.fingerpost.gateway.plugandplay;

import java.nio.charset.StandardCharsets;

/** SUBSCRIBEs as phones send them. */
final class Asking {
    private Asking() {}

    static byte[] subscribe(String mac, String callId, String contact) {
        return bytes(
                """
                SUBSCRIBE sip:MAC%%3A%1$s@224.0.1.75 SIP/2.0
                Via: SIP/2.0/UDP 127.0.0.1:5060;branch=z9hG4bK1234567;rport
                From: <sip:MAC%%3A%1$s@224.0.1.75>;tag=1234567
                To: <sip:MAC%%3A%1$s@224.0.1.75>
                Call-ID: %2$s
                CSeq: 1 SUBSCRIBE
                Contact: <sip:%1$s@%3$s>
                Max-Forwards: 70
                User-Agent: Grandstream GRP2601P 1.0.5.15
                Expires: 0
                Supported: replaces, path, timer
                Event: ua-profile;profile-type="device";vendor="Grandstream";model="GRP2601P"
                Accept: application/url
                Allow: INVITE, ACK, OPTIONS, CANCEL, BYE, SUBSCRIBE, NOTIFY, INFO, REFER, UPDATE
                Content-Length: 0

                """
                        .formatted(mac, callId, contact));
    }

    static byte[] bytes(String text) {
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] changed(byte[] request, String from, String to) {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        String changed = text.replace(from, to);
        if (changed.equals(text)) {
            throw new IllegalArgumentException(from + " is not in it");
        }
        return changed.getBytes(StandardCharsets.ISO_8859_1);
    }
}
