package org.fingerpost.drills;

import java.util.List;
import java.util.stream.Collectors;
import org.fingerpost.drills.ledger.Tally;
import org.fingerpost.drills.proof.Sightings;

/**
 * What the drills have shown.
 *
 * @param lost acknowledged writes that the API does not have, or a door does not tell
 */
record Report(List<Tally> tallies, List<String> lost, Sightings.Count sightings) {
    private static final int TOLD = 20;

    boolean clean() {
        return lost.isEmpty()
                && sightings.missing() == 0
                && sightings.otherwise() == 0
                && tallies.stream().allMatch(Tally::clean);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(
                "%-28s %8s %6s %9s %7s %5s %10s %5s %7s %7s %6s %3s %6s %8s %9s%n"
                        .formatted(
                                "drill",
                                "asked",
                                "FAILED",
                                "elsewhere",
                                "put off",
                                "SHED",
                                "UNEXPECTED",
                                "WRONG",
                                "acked",
                                "unacked",
                                "BROKEN",
                                "ILL",
                                "logged",
                                "slowest",
                                "recovery"));
        tallies.forEach(tally -> text.append(line(tally)));
        text.append(
                "%nanswered %d requests: sightings missing %d, twice %d; put off for another reason than load %d%n"
                        .formatted(
                                sightings.answered(),
                                sightings.missing(),
                                sightings.twice(),
                                sightings.otherwise()));
        text.append("acknowledged writes lost: %d%n".formatted(lost.size()));
        text.append(
                lost.stream()
                        .limit(TOLD)
                        .map(each -> "  " + each + "\n")
                        .collect(Collectors.joining()));
        tallies.stream()
                .flatMap(tally -> tally.faults().stream())
                .forEach(fault -> text.append("  ").append(fault).append('\n'));
        return text.append(clean() ? "Nothing was lost." : "SOMETHING WAS LOST.").toString();
    }

    private static String line(Tally tally) {
        return "%-28s %8d %6d %9d %7d %5d %10d %5d %7d %7d %6d %3d %6d %5d ms %7.1f s%n"
                .formatted(
                        tally.drill(),
                        tally.asked.get(),
                        tally.failed.get(),
                        tally.elsewhere.get(),
                        tally.putOff.get(),
                        tally.shed.get(),
                        tally.unexpected.get(),
                        tally.wrong.get(),
                        tally.acknowledged.get(),
                        tally.notAcknowledged.get(),
                        tally.broken.get(),
                        tally.ill.get(),
                        tally.logLines.get(),
                        tally.slowest.get() / 1_000_000,
                        tally.recoveryMillis.get() / 1e3);
    }
}
