package org.fingerpost.redirect.routes;

/**
 * The answer for one phone. Ranges nest or stand apart, they never cross: the innermost active one
 * that holds the MAC wins.
 */
public sealed interface Route {
    /** To the target server of the range. */
    record To(TargetServer server) implements Route {}

    /** No active range holds the MAC. */
    record Unclaimed() implements Route {}
}
