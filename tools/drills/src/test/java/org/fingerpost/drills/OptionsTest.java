package org.fingerpost.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The command line says what is drilled, for how long and under which load. */
class OptionsTest {
    @Test
    void withoutOptionsADrillTakesTwentySecondsUnderFiveHundredRequests() {
        Options options = Options.parse("redirect");

        assertThat(options).isEqualTo(Options.standard());
        assertThat(options.away()).isEqualTo(Duration.ofSeconds(20));
        assertThat(options.perSecond()).isEqualTo(500);
    }

    @Test
    void everyOptionIsTaken() {
        Options options =
                Options.parse(
                        "redirect",
                        "--rate",
                        "10",
                        "--writers",
                        "2",
                        "--phones",
                        "30",
                        "--only",
                        "frozen",
                        "--keep",
                        "--long");

        assertThat(options)
                .isEqualTo(
                        new Options(
                                Duration.ofMinutes(3),
                                Duration.ofSeconds(5),
                                10,
                                2,
                                30,
                                "frozen",
                                true));
    }

    @Test
    void whatCannotBeUnderstoodIsRefused() {
        for (String[] line :
                new String[][] {
                    {},
                    {"config"},
                    {"redirect", "--rate"},
                    {"redirect", "--rate", "0"},
                    {"redirect", "--fast", "1"},
                    {"redirect", "--only", "--keep"}
                }) {
            assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(line));
        }
    }
}
