package org.fingerpost.cli.storm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.fingerpost.cli.storm.load.Stop;
import org.fingerpost.cli.storm.load.Tally;
import org.fingerpost.cli.storm.simulation.Simulated;
import org.fingerpost.cli.storm.simulation.Work;

/**
 * How a storm went, played or simulated.
 *
 * @param p50 milliseconds until an answer, half of them; {@code p99}: all but one of a hundred
 * @param drain seconds from the last arrival until the last phone was through
 * @param details besides, for the line before the last
 */
record Outcome(
        int arrivals,
        int answered,
        int failed,
        double p50,
        double p99,
        double drain,
        ObjectNode details) {

    static Outcome of(Tally tally) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        details.put("requestsAnswered", tally.requestsAnswered());
        details.put("brokenConnections", tally.brokenConnections());
        for (Stop stop : Stop.values()) {
            ObjectNode at = details.putObject(stop.word());
            at.put("putOff", tally.putOffAt(stop));
            at.put("p50", rounded(tally.percentile(stop, 50)));
            at.put("p99", rounded(tally.percentile(stop, 99)));
        }
        ObjectNode why = details.putObject("failures");
        tally.failures().forEach(why::put);
        return new Outcome(
                tally.arrivals(),
                tally.answered(),
                tally.failed(),
                rounded(tally.percentile(50)),
                rounded(tally.percentile(99)),
                rounded(tally.drainSeconds()),
                details);
    }

    static Outcome of(Simulated storm) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        storm.work()
                .forEach((stop, work) ->
                        details.putObject(stop.word())
                                .put("served", work.served())
                                .put("putOff", work.shed())
                                .put("busySeconds", rounded(busy(work))));
        return new Outcome(
                storm.arrivals(),
                storm.answered(),
                storm.failed(),
                rounded(storm.p50()),
                rounded(storm.p99()),
                rounded(storm.drain()),
                details);
    }

    private static double busy(Work work) {
        return work.busyNanos() / 1e9;
    }

    private static double rounded(double number) {
        return Math.round(number * 1e3) / 1e3;
    }

    /** Two lines of JSON: the details, and last the same six keys for every storm. */
    List<String> json() {
        ObjectNode last = JsonNodeFactory.instance.objectNode();
        last.put("arrivals", arrivals);
        last.put("answered", answered);
        last.put("failed", failed);
        last.put("p50", p50);
        last.put("p99", p99);
        last.put("drain", drain);
        return List.of(details.toString(), last.toString());
    }

    /** For people. */
    List<String> text() {
        return List.of(
                String.format(Locale.ROOT, "arrivals  %,d phones", arrivals),
                String.format(Locale.ROOT, "answered  %,d", answered),
                String.format(Locale.ROOT, "failed    %,d", failed),
                String.format(Locale.ROOT, "p50       %.1f ms", p50),
                String.format(Locale.ROOT, "p99       %.1f ms", p99),
                String.format(Locale.ROOT, "drain     %.1f s after the last arrival", drain),
                "details   " + details);
    }
}
