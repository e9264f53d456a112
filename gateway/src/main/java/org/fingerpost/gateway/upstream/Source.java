package org.fingerpost.gateway.upstream;

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

    /** Who reads. */
    interface Reader {
        /** All that were asked for. */
        void bytes(byte[] bytes);

        /** They cannot be had. */
        void away();
    }
}
