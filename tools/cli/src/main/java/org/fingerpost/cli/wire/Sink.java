package org.fingerpost.cli.wire;

/** Takes the body of a 200 as it arrives. Bodies of other answers are read and dropped. */
public interface Sink {
    void accept(byte[] buffer, int length);

    /** More bytes than this are not taken; the answer is then {@link Reply.Fault#TOO_BIG}. */
    long limit();
}
