package org.fingerpost.gateway.datagrams.linux;

import java.nio.ByteOrder;
import java.util.Locale;

/** Of the kernel's interface, as x86-64 and arm64 have them. */
final class Numbers {
    static final int IPV4 = 2;
    static final int IPV6 = 10;
    static final int DATAGRAM = 2;
    static final int NOT_BLOCKING = 0x800;
    static final int CLOSE_ON_EXEC = 0x8_0000;

    static final int SOCKETS = 1;
    static final int SEND_BUFFER = 7;
    static final int RECEIVE_BUFFER = 8;
    static final int IP = 0;
    static final int SENT_FROM_IPV4 = 8;
    static final int TELL_WHERE_TO_IPV4 = 20;
    static final int OVER_IPV6 = 41;
    static final int SENT_FROM_IPV6 = 50;
    static final int TELL_WHERE_TO_IPV6 = 74;
    static final int ONLY_IPV6 = 26;

    static final int ADD = 1;
    static final int CHANGE = 3;
    static final int READABLE = 1;
    static final int WRITABLE = 4;

    private static final String MACHINE = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    private static final boolean X86 = MACHINE.equals("amd64") || MACHINE.equals("x86_64");

    /** What epoll tells is packed on x86-64, as it was on 32 bits. */
    static final int EVENT_BYTES = X86 ? 12 : 16;

    static final int EVENT_TAG = X86 ? 4 : 8;

    private Numbers() {}

    static boolean areKnown() {
        return System.getProperty("os.name").equals("Linux")
                && ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN
                && (X86 || MACHINE.equals("aarch64"));
    }
}
