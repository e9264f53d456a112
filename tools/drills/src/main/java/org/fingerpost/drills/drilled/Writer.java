package org.fingerpost.drills.drilled;

/** Writes one thing after the other. What came to be in doubt it writes no more. */
public interface Writer {
    /** The next write or two. */
    void write(Done done);
}
