package org.fingerpost.outbox;

/** The outbox's table could not be written or read. The caller's transaction must not commit. */
public final class OutboxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
