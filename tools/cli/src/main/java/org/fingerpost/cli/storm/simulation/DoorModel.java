package org.fingerpost.cli.storm.simulation;

import java.time.Duration;

/**
 * All doors of one service, as one queue before so many cores.
 *
 * @param cores that the doors have together
 * @param cost processor time of an answer, connection and all
 * @param shedCost the same of one that is put off
 * @param lag from which wait on requests are put off
 */
public record DoorModel(int cores, Duration cost, Duration shedCost, Duration lag) {
    public DoorModel {
        if (cores < 1 || cores > 100_000) {
            throw new IllegalArgumentException("doors have 1 to 100000 cores");
        }
        if (!cost.isPositive() || !shedCost.isPositive()) {
            throw new IllegalArgumentException("an answer costs more than nothing");
        }
    }
}
