package org.fingerpost.cli.storm;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.cli.storm.load.Stop;
import org.fingerpost.cli.storm.simulation.DoorModel;
import picocli.CommandLine.Option;

/** What a simulation takes the doors for. Costs as measured: docs/operations/capacity.md. */
final class ModelOptions {
    private static final Duration SHED = Duration.ofNanos(60_000);
    private static final Duration LAG = Duration.ofMillis(100);
    private static final Duration LAG_OF_OWN = Duration.ofMillis(250);
    private static final Duration LAG_OF_REDIRECTS = Duration.ofMillis(500);

    @Option(
            names = "--cores",
            paramLabel = "R,C,F",
            split = ",",
            hideParamSyntax = true,
            defaultValue = "1,1,1",
            description = "Cores of all redirect, config and firmware doors (${DEFAULT-VALUE}).")
    private List<Integer> cores = List.of();

    @Option(
            names = "--costs",
            paramLabel = "R,C,F",
            split = ",",
            hideParamSyntax = true,
            defaultValue = "150us,250us,200us",
            converter = Spans.class,
            description = "Processor time of one answer at each (${DEFAULT-VALUE}).")
    private List<Duration> costs = List.of();

    @Option(
            names = "--retry-after",
            paramLabel = "TIME",
            defaultValue = "20s",
            converter = Spans.class,
            description = "The soonest that a door tells a phone to come back (${DEFAULT-VALUE}).")
    private Duration retryAfter = Duration.ZERO;

    Duration retryAfter() {
        return retryAfter;
    }

    /**
     * @throws IllegalArgumentException with a sentence, if they are not three, or make no door
     */
    Map<Stop, DoorModel> doors() {
        if (cores.size() != Stop.values().length || costs.size() != Stop.values().length) {
            throw new IllegalArgumentException(
                    "--cores and --costs name three: of redirect, config and firmware doors");
        }
        List<Duration> lags = List.of(LAG_OF_REDIRECTS, LAG_OF_OWN, LAG);
        Map<Stop, DoorModel> doors = new EnumMap<>(Stop.class);
        for (Stop stop : Stop.values()) {
            int i = stop.ordinal();
            Duration shed = SHED.compareTo(costs.get(i)) < 0 ? SHED : costs.get(i);
            doors.put(stop, new DoorModel(cores.get(i), costs.get(i), shed, lags.get(i)));
        }
        return doors;
    }
}
