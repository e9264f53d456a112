package org.fingerpost.config.phone;

import org.fingerpost.door.sightings.Proof;

/** May this caller have this file? */
sealed interface Verdict {
    /**
     * It holds no secret, or this caller has proved itself, or its provider asks for no proof.
     *
     * @param by what the caller has shown, whether it was asked for or not
     */
    record Admitted(Proof by) implements Verdict {}

    /** This once, because the device's window is open. */
    record InWindow(Window window) implements Verdict {}

    record Refused() implements Verdict {}

    /** It is being given to somebody at this moment: not known yet whether it arrives. */
    record Later() implements Verdict {}
}
