package org.fingerpost.launcher.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fingerpost.launcher.machine.Birth;
import org.fingerpost.launcher.machine.LaunchFailure;
import org.fingerpost.launcher.machine.RunningProcess;

/** Which process carries a part, in three lines: process number, birth, port. */
public record RunFile(Path path) {
    /** A living process and the port it was started with. */
    public record Entry(RunningProcess process, int port) {}

    /** The process if it lives; a dead one, or a stranger with its number, is none. */
    public Optional<Entry> read() {
        try {
            if (!Files.exists(path)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(path);
            RunningProcess process =
                    new RunningProcess(Long.parseLong(lines.get(0)), new Birth(lines.get(1)));
            return Optional.of(new Entry(process, Integer.parseInt(lines.get(2))))
                    .filter(entry -> entry.process().alive());
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException damaged) {
            return Optional.empty();
        }
    }

    public void write(Entry entry) {
        PrivateFile.write(
                path,
                entry.process().pid()
                        + "\n"
                        + entry.process().birth().mark()
                        + "\n"
                        + entry.port()
                        + "\n");
    }

    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new LaunchFailure("Cannot delete " + path + ": " + e.getMessage(), e);
        }
    }
}
