package org.fingerpost.gateway.upstream;

import org.fingerpost.gateway.upstream.doors.Asked;

/** A file that has been found, to be read at any place. For any thread. */
public interface Source {
    /** In bytes. */
    long size();

    /** What it takes of memory for as long as somebody reads it, in bytes. */
    long held();

    /**
     * Reads; calls back exactly once, at once if the bytes are at hand, else later on another
     * thread.
     *
     * @param length within the file
     */
    void read(long offset, int length, Reader reader);

    /** The same file, of which what is not at hand is fetched for somebody else from now on. */
    default Source askedBy(Asked other) {
        return this;
    }

    /** Who reads. */
    interface Reader {
        /**
         * All that were asked for.
         *
         * @param in where they lie, among others that {@link Source#held} has counted; nobody
         *     changes it while it is kept
         */
        void bytes(byte[] in, int from, int length);

        /** They cannot be had. */
        void away();
    }
}
