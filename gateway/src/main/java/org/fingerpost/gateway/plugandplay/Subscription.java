package org.fingerpost.gateway.plugandplay;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fingerpost.formats.mac.MacAddress;

/**
 * What a phone asks the LAN with.
 *
 * <pre>
 * SUBSCRIBE sip:MAC%3A000b82123456@224.0.1.75 SIP/2.0
 * Event: ua-profile;profile-type="device";vendor="Grandstream";model="GXP2160"; …
 * </pre>
 *
 * @param contactHost where the phone says that it listens, digits and dots; {@code contactPort} 1
 *     to 65535
 */
record Subscription(
        MacAddress mac,
        String via,
        String from,
        String to,
        String callId,
        String cseq,
        String contact,
        String contactHost,
        int contactPort) {

    private static final Pattern URI =
            Pattern.compile(
                    "sips?:(?:MAC(?::|%3A))?([0-9A-F]{12})@[^\\s<>]{1,64}",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern CSEQ = Pattern.compile("\\d{1,10} +SUBSCRIBE");
    private static final Pattern CONTACT =
            Pattern.compile(
                    "[^<>]{0,64}<(sip:(?:[^\\s<>@]{1,64}@)?([0-9.]{7,15})(?::(\\d{1,5}))?"
                            + "(?:;[^\\s<>]{0,64})?)>.*");
    private static final int SIP_PORT = 5060;

    /**
     * @throws SipException if it is anything else
     */
    static Subscription of(SipText request) {
        if (!request.method().equals("SUBSCRIBE")) {
            throw new SipException("method", "only SUBSCRIBE is answered");
        }
        Matcher uri = URI.matcher(request.uri());
        if (!uri.matches()) {
            throw new SipException("request URI", "it names no MAC");
        }
        String event = request.field("event").split(";", 2)[0].strip();
        if (!event.equalsIgnoreCase("ua-profile")) {
            throw new SipException("event", "only ua-profile is answered");
        }
        if (request.field("to").contains(";tag=")) {
            throw new SipException("to", "there is no such dialog here");
        }
        if (!CSEQ.matcher(request.field("cseq")).matches()) {
            throw new SipException("cseq", "it is none of a SUBSCRIBE");
        }
        Matcher contact = CONTACT.matcher(request.field("contact"));
        if (!contact.matches()) {
            throw new SipException("contact", "it names no IPv4 address");
        }
        String port = contact.group(3);
        int number = port == null ? SIP_PORT : Integer.parseInt(port);
        if (number < 1 || number > 65_535) {
            throw new SipException("contact", "there is no port " + number);
        }
        return new Subscription(
                MacAddress.find(uri.group(1)).orElseThrow(),
                request.field("via"),
                request.field("from"),
                request.field("to"),
                request.field("call-id"),
                request.field("cseq"),
                contact.group(1),
                contact.group(2),
                number);
    }
}
