package org.fingerpost.drills.town;

/** What a drill does something to. */
public interface Victim {
    String name();

    /** Whether it is dead, frozen, or not ready since: then nobody blames it. */
    boolean harmed();

    /** Dies as in a crash. */
    void kill();

    /** Starts again, and returns when it says that it is ready. */
    void restart();

    /** Stops in the middle of whatever it does, with its connections open. */
    void freeze();

    void thaw();
}
