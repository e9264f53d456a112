package org.fingerpost.redirect.routes;

/**
 * The answer for one phone. Ranges nest or stand apart, they never cross: of those around the MAC
 * the innermost wins that has something to say of it. An active range has, a blocked one too, and a
 * pilot of its pilot MACs.
 */
public sealed interface Route {
    /** To the target server of the range. */
    record To(TargetServer server) implements Route {}

    /** No range has anything to say of the MAC. */
    record Unclaimed() implements Route {}

    /** The range is blocked. A phone must not learn that: it gets what an unclaimed one gets. */
    record Blocked() implements Route {}
}
