package org.fingerpost.access;

import org.fingerpost.problems.Problem;

/** Who sent a request that passed the gate. */
public sealed interface Caller {
    /** The one who runs this installation: makes providers, approves, sees all. */
    record Operator() implements Caller {}

    /** A provider: sees only its own. */
    record OfProvider(long provider) implements Caller {}

    /** The provider that is calling; refuses an operator, who owns nothing. */
    default long provider() {
        return switch (this) {
            case OfProvider(long provider) -> provider;
            case Operator() ->
                    throw Problem.forbidden(
                            "provider-key-needed",
                            "this belongs to a provider: use a provider's API key, not the"
                                    + " operator's");
        };
    }

    /** Whose it is that the caller makes: its own, or 0 for the operator's, which is all's. */
    default long owner() {
        return switch (this) {
            case OfProvider(long provider) -> provider;
            case Operator() -> 0;
        };
    }

    /** Refuses everybody but the operator. */
    default void mustBeOperator() {
        if (!(this instanceof Operator)) {
            throw Problem.forbidden("operator-key-needed", "only the operator may do this");
        }
    }

    /** May this caller see what belongs to {@code owner}? */
    default boolean sees(long owner) {
        return switch (this) {
            case Operator() -> true;
            case OfProvider(long provider) -> provider == owner;
        };
    }
}
