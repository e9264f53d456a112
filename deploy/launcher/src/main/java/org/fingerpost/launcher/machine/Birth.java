package org.fingerpost.launcher.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * When a process was born, exactly enough to tell it from a later one that got the same number.
 *
 * <p>On Linux the kernel's own count since boot and the boot's id: unlike a wall clock neither
 * moves when the time is corrected. Elsewhere what the JDK knows.
 */
public record Birth(String mark) {
    private static final Path PROC = Path.of("/proc");

    /** The birth of a living process; empty when there is none, or only its unburied rest. */
    public static Optional<Birth> of(long pid) {
        return Files.isDirectory(PROC.resolve("self")) ? fromKernel(pid) : fromJdk(pid);
    }

    private static Optional<Birth> fromKernel(long pid) {
        try {
            // The name in parentheses may hold anything, blanks and parentheses too: read after the
            // last one.
            String stat = Files.readString(PROC.resolve(pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            // A zombie is dead: where nobody buries (pid 1 of a container) it stays for ever.
            if (fields[0].equals("Z") || fields[0].equals("X")) {
                return Optional.empty();
            }
            String boot = Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
            return Optional.of(new Birth(boot + ":" + fields[19]));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static Optional<Birth> fromJdk(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().startInstant())
                .map(instant -> new Birth(Long.toString(instant.toEpochMilli())));
    }
}
