package org.fingerpost.gateway.packets;

/** Numbers of the wire. */
final class Wire {
    static final int READ = 1;
    static final int WRITE = 2;
    static final int DATA = 3;
    static final int ACK = 4;
    static final int ERROR = 5;
    static final int OPTION_ACK = 6;

    /** Opcode and block. */
    static final int HEAD = 4;

    private Wire() {}
}
