package org.fingerpost.gateway.plugandplay;

import java.nio.charset.StandardCharsets;

/**
 * What a SUBSCRIBE is answered with: that it is taken, and at once what was asked for, whereupon
 * the subscription is over (RFC 6665).
 */
record Replies(byte[] accepted, byte[] told) {
    /**
     * @param own address and port that the answers come from
     * @param token what nobody can foresee, for this dialog
     */
    static Replies to(Subscription asked, Folder folder, String own, String token) {
        String accepted =
                """
                SIP/2.0 202 Accepted
                Via: %s
                From: %s
                To: %s;tag=%s
                Call-ID: %s
                CSeq: %s
                Contact: <sip:%s>
                Expires: 0
                Content-Length: 0

                """
                        .formatted(
                                asked.via(),
                                asked.from(),
                                asked.to(),
                                token,
                                asked.callId(),
                                asked.cseq(),
                                own);
        String notify =
                """
                NOTIFY %s SIP/2.0
                Via: SIP/2.0/UDP %s;branch=z9hG4bK%s
                Max-Forwards: 1
                From: %s;tag=%s
                To: %s
                Call-ID: %s
                CSeq: 1 NOTIFY
                Contact: <sip:%2$s>
                Event: ua-profile
                Subscription-State: terminated;reason=timeout
                Content-Type: application/url
                Content-Length: %d

                """
                        .formatted(
                                asked.contact(),
                                own,
                                token,
                                asked.to(),
                                token,
                                asked.from(),
                                asked.callId(),
                                folder.url().length());
        return new Replies(bytes(accepted), bytes(notify + folder.url()));
    }

    private static byte[] bytes(String text) {
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
