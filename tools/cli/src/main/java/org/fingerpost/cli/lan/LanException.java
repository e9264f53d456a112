package org.fingerpost.cli.lan;

/** The LAN told nothing that a phone could follow; the message is a whole sentence. */
public final class LanException extends RuntimeException {
    LanException(String sentence) {
        super(sentence);
    }
}
