package org.fingerpost.gateway.upstream.doors;

/** What a door says. */
public sealed interface Reply {
    /**
     * All of a small file.
     *
     * @param tag its entity tag with the quotes; empty if it must not be kept
     */
    record Whole(String tag, byte[] bytes) implements Reply {}

    /**
     * Some of a file.
     *
     * @param size of the whole file, in bytes
     */
    record Some(String tag, long size, byte[] bytes) implements Reply {}

    /** What is here already is still so. */
    record Unchanged() implements Reply {}

    /** There is no such file for this phone. */
    record Absent() implements Reply {}

    record Elsewhere(String location) implements Reply {}

    /** The door is there, and cannot answer now. */
    record Later() implements Reply {}

    /** The door does not answer, or what stands before it says so. */
    record Away() implements Reply {}
}
