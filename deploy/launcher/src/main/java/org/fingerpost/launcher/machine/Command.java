package org.fingerpost.launcher.machine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A program to start: its line, the whole of its environment, where it works and where it logs. */
public record Command(
        List<String> line, Map<String, String> environment, Path directory, Path log) {
    private static final String PERL_SETSID =
            "use POSIX; POSIX::setsid(); exec {$ARGV[0]} @ARGV or die";

    /**
     * Starts it in a session of its own: neither Ctrl-C in the launcher's terminal nor closing it
     * reaches the program, and the launcher may end before it.
     */
    public Process start() {
        return launch(ownSession());
    }

    /** Runs it to its end; answers its exit code. Ctrl-C reaches it too. */
    public int run() {
        Process process = launch(List.of());
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted while " + line.getFirst() + " ran.", interrupted);
        }
    }

    private Process launch(List<String> prefix) {
        List<String> whole = Stream.concat(prefix.stream(), line.stream()).toList();
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(whole));
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.directory(directory.toFile());
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new LaunchFailure("Cannot start " + line.getFirst() + ": " + e.getMessage(), e);
        }
    }

    private static List<String> ownSession() {
        // util-linux and busybox have setsid, a Mac has perl. Both end in exec: the process number
        // stays.
        return onPath("setsid")
                .map(setsid -> List.of(setsid.toString()))
                .or(() ->
                        onPath("perl")
                                .map(perl -> List.of(perl.toString(), "-e", PERL_SETSID, "--")))
                .orElse(List.of("nohup"));
    }

    /** Where a tool of the machine lies, if it has it. */
    public static Optional<Path> onPath(String tool) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
        return Stream.of(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Without the environment: it holds passwords. */
    @Override
    public String toString() {
        return "Command" + line;
    }
}
