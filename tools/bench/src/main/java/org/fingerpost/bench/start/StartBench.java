package org.fingerpost.bench.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.fingerpost.bench.figures.Sample;
import org.fingerpost.bench.figures.Verdict;

/**
 * {@code run start}: {@code cfg encode} of three values through the launcher. The machine's own
 * part is that of a JVM that says its version, run in turns with it.
 */
public final class StartBench {

    private static final int WARM_UP = 5;
    private static final int ROUNDS = 41;

    /** "Well under half a second", in milliseconds. */
    private static final double BUDGET = 500;

    private static final double NANOS = 1e6;
    private static final String SETTINGS = "P47=sip.example.net\nP35=2001\nP270=Front Desk\n";

    private StartBench() {}

    /**
     * @param launcher {@code tools/cli/fingerpost}
     */
    public static List<Verdict> run(Path launcher) throws IOException, InterruptedException {
        Path settings = Files.createTempFile("fingerpost-bench", ".txt");
        try {
            Files.writeString(settings, SETTINGS);
            return run(
                    List.of(launcher.toString(), "cfg", "encode", "--mac", "000b82123456"),
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-version"),
                    settings,
                    ROUNDS);
        } finally {
            Files.delete(settings);
        }
    }

    static List<Verdict> run(List<String> command, List<String> bare, Path input, int rounds)
            throws IOException, InterruptedException {
        // The launcher may have to build itself first, and the disk to be read once.
        for (int i = 0; i < WARM_UP; i++) {
            nanos(command, input);
            nanos(bare, input);
        }
        var commands = new long[rounds];
        var bares = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            commands[i] = nanos(command, input);
            bares[i] = nanos(bare, input);
        }
        var started = new Sample(commands);
        double median = started.percentile(50) / NANOS;
        double bareMedian = new Sample(bares).percentile(50) / NANOS;
        System.out.printf(
                Locale.ROOT,
                "%d starts in turns: median %.0f ms, nine of ten within %.0f ms; a JVM that says"
                        + " its version %.0f ms, so %.2f times that%n",
                rounds,
                median,
                started.percentile(90) / NANOS,
                bareMedian,
                median / bareMedian);
        return List.of(
                new Verdict("cfg encode through the launcher, median", median, BUDGET, "ms"));
    }

    private static long nanos(List<String> command, Path input)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        int exit =
                new ProcessBuilder(command)
                        .redirectInput(input.toFile())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
        long nanos = System.nanoTime() - begin;
        if (exit != 0) {
            throw new IllegalStateException(command.getFirst() + " exited with " + exit);
        }
        return nanos;
    }
}
