package org.fingerpost.door;

import org.fingerpost.door.shedding.ShedClass;

/**
 * What one service has to say to phones. Each service has exactly one, as a CDI bean, in its {@code
 * phone} room.
 */
@FunctionalInterface
public interface PhoneDoor {
    /**
     * Decides the answer to a GET or HEAD. Called on the event loop: it looks things up in memory
     * or in a local replica and never waits for PostgreSQL, Kafka or another service. If it throws,
     * the phone is told to come back later (503).
     */
    Answer answer(PhoneRequest request);

    /** With what a GET or HEAD is put off when the door is behind. Told by the name alone. */
    default ShedClass shedClass(PhoneRequest request) {
        return ShedClass.OWN;
    }
}
