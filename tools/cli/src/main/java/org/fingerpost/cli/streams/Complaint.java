package org.fingerpost.cli.streams;

/**
 * What a person gave cannot be used: a sentence that says what, where and why. Ends the command
 * with exit code 1; never quotes a secret.
 */
public final class Complaint extends RuntimeException {

    public Complaint(String sentence) {
        super(sentence);
    }

    public Complaint(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
