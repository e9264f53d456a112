package org.fingerpost.launcher.parts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.fingerpost.launcher.machine.Command;
import org.fingerpost.launcher.settings.PartName;

/** One program of a deployment. */
public interface Part {
    PartName name();

    /** Whether somebody else runs it: then it is neither started nor stopped, only asked. */
    default boolean outside() {
        return false;
    }

    /** The port it has, will have or had; empty before its first start chose one. */
    OptionalInt port();

    /**
     * The ports it needs, the main one first. Chooses those that nobody fixed; they stay the same
     * ever after.
     */
    List<PortClaim> claims();

    /** Makes what must be there before a start (may take seconds) and says what to start. */
    Command prepare();

    /** Whether it does its work now, not merely runs. */
    boolean ready();

    /** Called once after a start, when it is ready: what must be there before others use it. */
    default void afterStart() {}

    /**
     * Whether a start that died with these last lines may be tried again: an older process is still
     * letting go.
     */
    default boolean passing(List<String> lastLines) {
        return false;
    }

    /** The signal that asks it to stop cleanly. */
    default String gentleSignal() {
        return "TERM";
    }

    /** After which time it is killed when the signal has not ended it. */
    default Duration stopsWithin() {
        return Duration.ofSeconds(20);
    }

    Path log();

    /** Where it is reached, for people. */
    String address();
}
