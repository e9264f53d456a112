package org.fingerpost.fuzz.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A small flood in each build, always the same packets. */
class FloodTest {
    @Test
    void anyPacketsAtItsPortLeaveTheServerServingAndBounded() throws Exception {
        try (Flood flood = new Flood(7)) {
            Report report = flood.run(20_000);

            assertThat(report.findings()).isEmpty();
            assertThat(report.packets()).isEqualTo(20_000);
            assertThat(report.honest()).isGreaterThan(20);
            assertThat(report.crowded()).as("the flood reaches the caps").isPositive();
            assertThat(report.toTheMute()).isPositive();
        }
    }
}
