package org.fingerpost.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The command line says what is drilled, for how long and under which load. */
class OptionsTest {
    @Test
    void withoutOptionsADrillTakesTwentySecondsUnderTheLoadThatTheServiceBears() {
        Options redirect = Options.parse("redirect");
        Options firmware = Options.parse("firmware");

        assertThat(redirect.away()).isEqualTo(Duration.ofSeconds(20));
        assertThat(redirect.times()).isEqualTo(1);
        assertThat(redirect.perSecond()).isEqualTo(500);
        assertThat(firmware.perSecond()).isEqualTo(60);
        assertThat(firmware.old()).isEmpty();
    }

    @Test
    void everyOptionIsTaken() {
        Options options =
                Options.parse(
                        "config",
                        "--rate",
                        "10",
                        "--writers",
                        "2",
                        "--phones",
                        "30",
                        "--times",
                        "100",
                        "--only",
                        "frozen",
                        "--old",
                        "/an/old/one",
                        "--keep",
                        "--long");

        assertThat(options)
                .isEqualTo(
                        new Options(
                                Subject.CONFIG,
                                Duration.ofMinutes(3),
                                Duration.ofSeconds(5),
                                100,
                                10,
                                2,
                                30,
                                "frozen",
                                Optional.of(Path.of("/an/old/one")),
                                true));
    }

    @Test
    void onlyWhatIsNamedIsDrilled() {
        Options options = Options.parse("redirect", "--only", "frozen,disk");

        assertThat(options.asksFor("kafka frozen")).isTrue();
        assertThat(options.asksFor("disk full")).isTrue();
        assertThat(options.asksFor("kafka killed")).isFalse();
        assertThat(Options.parse("redirect").asksFor("kafka killed")).isTrue();
    }

    @Test
    void whatCannotBeUnderstoodIsRefused() {
        for (String[] line :
                new String[][] {
                    {},
                    {"gateway"},
                    {"redirect", "--rate"},
                    {"redirect", "--rate", "0"},
                    {"redirect", "--rate", "5", "--rate"},
                    {"redirect", "--fast", "1"},
                    {"redirect", "killed"},
                    {"redirect", "--only", "--keep"}
                }) {
            assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(line));
        }
    }
}
