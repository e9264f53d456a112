package org.fingerpost.gateway.packets;

/** Why there is no file (RFC 1350, section 5; RFC 2347). The ordinal is the code on the wire. */
public enum ErrorCode {
    SEE_MESSAGE,
    FILE_NOT_FOUND,
    ACCESS_VIOLATION,
    DISK_FULL,
    ILLEGAL_OPERATION,
    UNKNOWN_TRANSFER,
    FILE_EXISTS,
    NO_SUCH_USER,
    OPTIONS_REFUSED;

    private static final ErrorCode[] ALL = values();

    /** A code that nobody has defined is as good as none. */
    static ErrorCode of(int code) {
        return code < ALL.length ? ALL[code] : SEE_MESSAGE;
    }
}
