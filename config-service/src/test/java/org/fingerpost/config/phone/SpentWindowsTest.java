package org.fingerpost.config.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.fingerpost.config.phone.SpentWindows.Standing;
import org.fingerpost.formats.mac.MacAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpentWindowsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final MacAddress MAC = MacAddress.parse("000b82123456");
    private static final Window WINDOW = new Window(7, MAC, 1, NOW.plus(Duration.ofHours(24)));

    @TempDir Path folder;

    @Test
    void aWindowIsOpenOnce() {
        SpentWindows windows = new SpentWindows(folder, NOW);

        assertThat(windows.take(WINDOW, NOW)).isEqualTo(Standing.OPEN);
        assertThat(windows.take(WINDOW, NOW)).isEqualTo(Standing.SENDING);
        windows.sent(WINDOW);
        assertThat(windows.take(WINDOW, NOW)).isEqualTo(Standing.CLOSED);
    }

    @Test
    void lookingSpendsNothing() {
        SpentWindows windows = new SpentWindows(folder, NOW);

        assertThat(windows.standing(WINDOW, NOW)).isEqualTo(Standing.OPEN);
        assertThat(windows.standing(WINDOW, NOW)).isEqualTo(Standing.OPEN);
    }

    @Test
    void aWindowEnds() {
        SpentWindows windows = new SpentWindows(folder, NOW);

        assertThat(windows.take(WINDOW, WINDOW.until())).isEqualTo(Standing.CLOSED);
    }

    @Test
    void aWindowThatIsOpenedAnewIsAnother() {
        SpentWindows windows = new SpentWindows(folder, NOW);
        windows.take(WINDOW, NOW);
        windows.sent(WINDOW);

        Window again = new Window(7, MAC, 2, WINDOW.until());
        assertThat(windows.take(again, NOW)).isEqualTo(Standing.OPEN);
    }

    @Test
    void aDownloadThatDidNotArriveMayBeTriedAgainByAndBy() {
        SpentWindows windows = new SpentWindows(folder, NOW);
        windows.take(WINDOW, NOW);

        // Meanwhile another door's sighting has drawn the window's end nearer.
        Window closed = new Window(7, MAC, 1, NOW);
        Instant later = NOW.plus(SpentWindows.PATIENCE);
        assertThat(windows.take(closed, later.minusMillis(1))).isEqualTo(Standing.SENDING);
        assertThat(windows.take(closed, later)).isEqualTo(Standing.OPEN);
        assertThat(windows.take(closed, later)).isEqualTo(Standing.SENDING);
        windows.sent(closed);
        assertThat(windows.take(closed, later)).isEqualTo(Standing.CLOSED);
    }

    @Test
    void aSpentWindowIsRememberedByTheNextProcessEvenIfThisOneDiedWhileSending() {
        new SpentWindows(folder, NOW).take(WINDOW, NOW);

        SpentWindows next = new SpentWindows(folder, NOW);

        assertThat(next.take(WINDOW, NOW)).isEqualTo(Standing.CLOSED);
    }

    @Test
    void aLineThatWasNotWrittenToItsEndIsNoLine() throws IOException {
        new SpentWindows(folder, NOW).take(WINDOW, NOW);
        Path file = folder.resolve("windows").resolve("spent");
        Files.writeString(file, "7 000b82123457 1 17956", StandardOpenOption.APPEND);

        SpentWindows next = new SpentWindows(folder, NOW);

        Window torn = new Window(7, MacAddress.parse("000b82123457"), 1, WINDOW.until());
        assertThat(next.take(torn, NOW)).isEqualTo(Standing.OPEN);
        assertThat(new SpentWindows(folder, NOW).take(torn, NOW)).isEqualTo(Standing.CLOSED);
        assertThat(new SpentWindows(folder, NOW).take(WINDOW, NOW)).isEqualTo(Standing.CLOSED);
    }

    @Test
    void windowsThatAreOverAreForgotten() throws IOException {
        SpentWindows windows = new SpentWindows(folder, NOW);
        Instant soon = NOW.plusSeconds(1);
        for (int i = 0; i < 3_000; i++) {
            windows.take(new Window(7, MAC.plus(i), 1, soon), NOW);
        }
        for (int i = 0; i < 3_000; i++) {
            windows.take(new Window(8, MAC.plus(i), 1, WINDOW.until()), soon);
        }

        assertThat(Files.readAllLines(folder.resolve("windows").resolve("spent")))
                .hasSizeLessThan(8_000)
                .filteredOn(line -> line.startsWith("8 "))
                .hasSize(3_000);
        new SpentWindows(folder, soon);
        assertThat(Files.readAllLines(folder.resolve("windows").resolve("spent"))).hasSize(3_000);
    }

    @Test
    void whatCannotBeWrittenDownIsNotGiven() {
        SpentWindows windows = new SpentWindows(new BrokenFile(folder), NOW);

        assertThat(windows.take(WINDOW, NOW)).isEqualTo(Standing.UNSURE);
        assertThat(windows.take(WINDOW, NOW)).isEqualTo(Standing.UNSURE);
    }

    private static final class BrokenFile extends SpentFile {
        BrokenFile(Path folder) {
            super(folder.resolve("windows"));
        }

        @Override
        void append(Window window) throws IOException {
            throw new IOException("No space left on device");
        }
    }
}
