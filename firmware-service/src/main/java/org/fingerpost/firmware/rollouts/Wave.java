package org.fingerpost.firmware.rollouts;

import java.time.Instant;
import java.util.Optional;
import org.fingerpost.firmware.waves.WaveSize;

/**
 * A step of a rollout.
 *
 * @param position from 1
 */
public record Wave(int position, WaveSize size, Optional<Opened> opened) {
    /**
     * What was found when it opened.
     *
     * @param place below which phones are let in, those of the waves before it included
     * @param phones of this wave that were known and did not run the release yet
     */
    public record Opened(Instant at, long place, long phones) {}
}
