package org.fingerpost.bench.registry;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** PostgreSQL, Kafka and the redirect service in an empty home of their own. */
final class Installation implements AutoCloseable {
    private static final List<String> PARTS = List.of("redirect", "postgresql", "kafka");

    private final Path root;
    private final Path home;
    private final int port;

    private Installation(Path root, Path home, int port) {
        this.root = root;
        this.home = home;
        this.port = port;
    }

    /**
     * @param root of the source tree, where {@code deploy/up} is
     */
    static Installation start(Path root) throws IOException {
        Path home = Files.createTempDirectory("registry-bench");
        Installation made = new Installation(root, home, freePort());
        List<String> words = new ArrayList<>(List.of("--detach"));
        PARTS.forEach(part -> words.addAll(List.of("--only", part)));
        made.deploy("up", words);
        return made;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    String operatorKey() throws IOException {
        return Files.readString(home.resolve("operator.key")).strip();
    }

    /** Seconds of processor time that each part has used so far, with its children. */
    Map<String, Double> processorTime() throws IOException {
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (String part : PARTS) {
            List<String> lines = Files.readAllLines(home.resolve("run").resolve(part));
            seconds.put(part, ProcessorTime.ofTree(Long.parseLong(lines.getFirst())));
        }
        return seconds;
    }

    @Override
    public void close() throws IOException {
        deploy("down", List.of("--purge"));
        Files.deleteIfExists(home);
    }

    private void deploy(String verb, List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of(root + "/deploy/" + verb));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        File log = home.resolveSibling(home.getFileName() + ".log").toFile();
        builder.redirectOutput(ProcessBuilder.Redirect.to(log));
        builder.environment().put("FINGERPOST_HOME", home.toString());
        builder.environment().put("FINGERPOST_REDIRECT_PORT", Integer.toString(port));
        builder.environment().put("FINGERPOST_REDIRECT_TLS_PORT", Integer.toString(freePort()));
        int exit = builder.start().onExit().join().exitValue();
        String said = Files.readString(log.toPath());
        Files.delete(log.toPath());
        if (exit != 0) {
            throw new IOException("deploy/" + verb + " ended with " + exit + ":\n" + said);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no port is free", e);
        }
    }

    /** Processor time as Linux counts it. */
    private static final class ProcessorTime {
        private static final double TICKS_A_SECOND = 100;

        private ProcessorTime() {}

        /** A process, its living children, and those it has buried. */
        static double ofTree(long pid) {
            return Stream.concat(
                            Stream.of(pid),
                            ProcessHandle.of(pid).stream()
                                    .flatMap(ProcessHandle::descendants)
                                    .map(ProcessHandle::pid))
                    .mapToDouble(ProcessorTime::of)
                    .sum();
        }

        private static double of(long pid) {
            try {
                String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
                String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                long ticks = 0;
                for (int i = 11; i <= 14; i++) {
                    ticks += Long.parseLong(words[i]);
                }
                return ticks / TICKS_A_SECOND;
            } catch (IOException gone) {
                return 0;
            }
        }
    }
}
