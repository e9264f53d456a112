package org.fingerpost.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.fingerpost.cli.Fingerpost;

/** The whole command as a person runs it, the start of the JVM and the disk included. */
final class BatchOnDisk {

    private static final int DEVICES = 20_000;

    private BatchOnDisk() {}

    /** Runs it in a temporary directory, and once more on what is there already. */
    static String run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("fingerpost-bench");
        try {
            Files.writeString(folder.resolve("template.txt"), Samples.template());
            Files.writeString(folder.resolve("phones.csv"), Samples.devices(DEVICES));
            return "%s%n%s".formatted(timed("made", folder), timed("skipped", folder));
        } finally {
            delete(folder);
        }
    }

    private static String timed(String what, Path folder) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process command = start(folder);
        Duration cpu = Duration.ZERO;
        while (!command.waitFor(Duration.ofMillis(10))) {
            cpu = command.info().totalCpuDuration().orElse(cpu);
        }
        if (command.exitValue() != 0) {
            throw new IllegalStateException("batch exited with " + command.exitValue());
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return String.format(
                Locale.ROOT,
                "%,d devices %s on %d cores: %.1f s, %,.0f a second; %,.0f a second of CPU time",
                DEVICES,
                what,
                Runtime.getRuntime().availableProcessors(),
                seconds,
                DEVICES / seconds,
                DEVICES / (cpu.toMillis() / 1e3));
    }

    private static Process start(Path folder) throws IOException {
        return new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Fingerpost.class.getName(),
                                "batch",
                                "--no-check",
                                "--template",
                                folder.resolve("template.txt").toString(),
                                "--out",
                                folder.resolve("out").toString(),
                                folder.resolve("phones.csv").toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
