package org.fingerpost.drills;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The drill in its short form: everything behind the doors dies, and each door after the other. */
class DrillIT {
    @Test
    void nothingIsLostWhileEverythingBehindTheDoorsIsAway() {
        Options options =
                Options.parse(
                        "redirect",
                        "--away",
                        "4",
                        "--rate",
                        "100",
                        "--phones",
                        "1000",
                        "--only",
                        "everything");

        Report report = RedirectDrills.run(options, System.out::println);

        assertThat(report.clean()).as(report.toString()).isTrue();
        assertThat(report.sightings().answered()).isPositive();
        assertThat(report.tallies())
                .allSatisfy(tally -> assertThat(tally.asked.get()).isPositive())
                .anySatisfy(tally -> assertThat(tally.acknowledged.get()).isPositive());
    }
}
