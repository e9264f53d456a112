package org.fingerpost.drills.drilled;

import java.util.Optional;

/** Counts what comes of each write. */
@FunctionalInterface
public interface Done {
    /** What was acknowledged; empty if it was refused or is in doubt. */
    <T> Optional<T> of(Outcome<T> outcome);
}
