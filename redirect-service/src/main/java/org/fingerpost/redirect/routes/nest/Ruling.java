package org.fingerpost.redirect.routes.nest;

/** What a claim says of the addresses it holds. */
public sealed interface Ruling {
    /** They belong to the server of this number. */
    record To(int server) implements Ruling {}

    /**
     * Some belong to the server of this number; of the others nothing is said.
     *
     * @param macs those few, ascending; nobody changes them
     */
    record Pilot(int server, long[] macs) implements Ruling {}

    /** Nobody may have them, whoever has a claim around this one. */
    record Blocked() implements Ruling {}

    /** They are given back to the default, whoever has a claim around this one. */
    record Default() implements Ruling {}

    /** Nobody claims the address. */
    record Nobody() implements Ruling {}
}
