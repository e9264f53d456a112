package org.fingerpost.cli.storm.simulation;

import java.util.Map;
import org.fingerpost.cli.storm.load.Stop;

/**
 * How a simulated storm went.
 *
 * @param p50 milliseconds from a request to its answer, of those that were not put off; so {@code
 *     p99}
 * @param drain seconds from the last arrival to the end of the last phone
 */
public record Simulated(
        int arrivals,
        int answered,
        int failed,
        double p50,
        double p99,
        double drain,
        Map<Stop, Work> work) {}
