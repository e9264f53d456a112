package org.fingerpost.cli.address;

/** An address no phone could follow; the message completes the sentence "the address …". */
public final class BadAddressException extends RuntimeException {
    public BadAddressException(String message) {
        super(message);
    }
}
