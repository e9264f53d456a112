package org.fingerpost.gateway.plugandplay;

/** A datagram that is no SUBSCRIBE of a phone: what, and why. */
final class SipException extends IllegalArgumentException {
    SipException(String what, String why) {
        super(what + ": " + why);
    }
}
