package org.fingerpost.cli.batch.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter screen = new StringWriter();
    private Instant now = Instant.EPOCH;

    private Progress progress(boolean terminal, OptionalLong total) {
        return new Progress(new PrintWriter(screen), () -> terminal, () -> now, total);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    @Test
    void nothingIsSaidOfWorkThatIsSoonOver() {
        var progress = progress(true, OptionalLong.of(100));
        pass(Duration.ofMillis(1_999));
        progress.at(99, "99 made");
        progress.wipe();

        assertThat(screen.toString()).isEmpty();
        assertThat(progress.elapsed()).isEqualTo(Duration.ofMillis(1_999));
    }

    @Test
    void terminalHasABarThatGoesAtTheEnd() {
        var progress = progress(true, OptionalLong.of(100));
        pass(Duration.ofSeconds(2));
        progress.at(40, "8 made");
        progress.wipe();

        assertThat(screen.toString())
                .isEqualTo(
                        "\r\033[K[############..................]  40 %, 8 made, 3 s left\r\033[K");
    }

    @Test
    void lineIsSaidAboveTheBar() {
        var progress = progress(true, OptionalLong.of(100));
        pass(Duration.ofSeconds(2));
        progress.at(40, "8 made");
        progress.say("line 3 refused");

        assertThat(screen.toString()).endsWith(" left\r\033[Kline 3 refused\n");
    }

    @Test
    void fileHasALineNowAndThen() {
        var progress = progress(false, OptionalLong.empty());
        for (int i = 0; i < 80; i++) {
            pass(Duration.ofMillis(100));
            progress.at(i, i + " made");
        }

        assertThat(screen.toString()).isEqualTo("19 made\n69 made\n");
    }
}
