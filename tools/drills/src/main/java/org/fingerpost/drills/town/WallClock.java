package org.fingerpost.drills.town;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The time of day of one process, which can be set while it runs: libfaketime stands between it and
 * the machine's. The clocks that only go forward are the machine's own.
 */
public final class WallClock {
    private static final String LIBRARY = "faketime/libfaketimeMT.so.1";

    private final Path library;
    private final Path setting;

    private WallClock(Path library, Path setting) {
        this.library = library;
        this.setting = setting;
    }

    /** Empty where the library is not, or does not do it. */
    public static Optional<WallClock> in(Path folder) {
        Optional<WallClock> clock =
                library().map(found -> new WallClock(found, folder.resolve("wall-clock")));
        clock.ifPresent(found -> found.set(Duration.ZERO));
        return clock.filter(found -> Command.succeeds(line(found.program(), "true")));
    }

    private static Optional<Path> library() {
        // Debian has a folder for each kind of processor.
        Path place = Path.of("/usr/lib");
        if (Files.isDirectory(place)) {
            try (DirectoryStream<Path> kinds = Files.newDirectoryStream(place, "*-linux-gnu*")) {
                for (Path kind : kinds) {
                    if (Files.exists(kind.resolve(LIBRARY))) {
                        return Optional.of(kind.resolve(LIBRARY));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot look into " + place, e);
            }
        }
        return Optional.empty();
    }

    /** Starts a program that has this clock. */
    public List<String> program() {
        return List.of(
                "env",
                "LD_PRELOAD=" + library,
                "FAKETIME_TIMESTAMP_FILE=" + setting,
                "FAKETIME_CACHE_DURATION=1",
                "DONT_FAKE_MONOTONIC=1");
    }

    private static List<String> line(List<String> program, String what) {
        List<String> line = new ArrayList<>(program);
        line.add(what);
        return line;
    }

    /** From the machine's time; the process sees it within two seconds. */
    public void set(Duration ahead) {
        try {
            Path next = setting.resolveSibling(setting.getFileName() + ".next");
            Files.writeString(next, "%+d%n".formatted(ahead.toSeconds()));
            Files.move(next, setting, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the clock cannot be set", e);
        }
    }
}
