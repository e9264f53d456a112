package org.fingerpost.bench.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A class of this program in a JVM of its own, with nothing that was compiled or cached by this
 * one. It says what it measured in lines of a name and a number.
 */
public final class Fork implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;

    public Fork(Class<?> main, String... args) throws IOException {
        this(List.of(), main, args);
    }

    /** Behind another command, such as {@code taskset}. */
    public Fork(List<String> before, Class<?> main, String... args) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // But for the heap as deploy/up starts its services, on Linux.
        command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:+UseTransparentHugePages"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add("-Dlog4j2.StatusLogger.level=OFF"); // Kafka brings it, nobody listens
        command.add(main.getName());
        command.addAll(Stream.of(args).toList());
        process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        lines = process.inputReader();
    }

    /** The next figure. */
    public double await(String name) throws IOException {
        String line = lines.readLine();
        if (line == null || !line.startsWith(name + " ")) {
            throw new IOException("expected " + name + ", heard " + line);
        }
        return Double.parseDouble(line.substring(name.length() + 1));
    }

    /** All figures to its end. */
    public Map<String, Double> figures() throws IOException {
        Map<String, Double> figures = new HashMap<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split(" ");
            figures.put(words[0], Double.valueOf(words[1]));
        }
        return figures;
    }

    /** Ends its input, and with that itself. */
    @Override
    public void close() throws IOException {
        process.outputWriter().close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
