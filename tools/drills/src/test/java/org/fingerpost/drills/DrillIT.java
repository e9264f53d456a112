package org.fingerpost.drills;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The drill in its short form: everything behind the doors dies, and each door after the other. */
class DrillIT {
    @ParameterizedTest
    @EnumSource(Subject.class)
    void nothingIsLostWhileEverythingBehindTheDoorsIsAway(Subject service) {
        Options options =
                Options.parse(
                        service.word(),
                        "--away",
                        "4",
                        "--rate",
                        Integer.toString(service.perSecond() / 5),
                        "--phones",
                        Integer.toString(service.stock() / 5),
                        "--only",
                        "everything");

        Report report = DrillRun.run(options, System.out::println);

        assertThat(report.clean()).as(report.toString()).isTrue();
        assertThat(report.sightings().answered()).isPositive();
        assertThat(report.tallies())
                .allSatisfy(tally -> assertThat(tally.asked.get()).isPositive())
                .anySatisfy(tally -> assertThat(tally.acknowledged.get()).isPositive());
    }
}
