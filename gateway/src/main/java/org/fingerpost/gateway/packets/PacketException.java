package org.fingerpost.gateway.packets;

/** A datagram that is no packet: what, where, why. */
public final class PacketException extends IllegalArgumentException {
    PacketException(String what, int offset, String why) {
        super(what + " at byte " + offset + ": " + why);
    }
}
