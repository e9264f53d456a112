package org.fingerpost.bench.door;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A server under load: a process, with its children, and its ports of loopback. */
public interface Server extends AutoCloseable {
    /** Hundredths of a second, as Linux counts the time of processes. */
    int TICKS = 100;

    String name();

    int port();

    int tlsPort();

    ProcessHandle handle();

    /** Seconds of processor time that it and its children have used. */
    default double processorTime() throws IOException {
        double ticks = 0;
        try (Stream<ProcessHandle> all =
                Stream.concat(Stream.of(handle()), handle().descendants())) {
            for (ProcessHandle handle : all.toList()) {
                ticks += ticks(handle.pid());
            }
        }
        return ticks / TICKS;
    }

    /** Fields 14 and 15 of proc_pid_stat(5); the name before them may hold spaces. */
    private static double ticks(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
    }

    @Override
    default void close() {
        handle().destroy();
        handle().onExit().join();
    }
}
