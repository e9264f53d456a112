package org.fingerpost.bench.door;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load: 64 connections of wrk, each asking for the file of one random phone after another. */
public record Wrk(Path script, int seconds) {
    private static final int CONNECTIONS = 64;
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
    private static final Pattern BROKEN =
            Pattern.compile("connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

    /** How a connection is used. */
    public enum Manner {
        KEEP_ALIVE("keep-alive", false, false),
        CLOSE("a connection a request", true, false),
        TLS("keep-alive over TLS", false, true);

        private final String words;
        private final boolean close;
        private final boolean tls;

        Manner(String words, boolean close, boolean tls) {
            this.words = words;
            this.close = close;
            this.tls = tls;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** Loads the server for as long as this says. */
    public Load on(Server server, Manner manner) throws IOException {
        double before = server.processorTime();
        String said = run(server, manner);
        double used = server.processorTime() - before;
        long requests = (long) number(REQUESTS, said, 1);
        return new Load(
                requests, number(RATE, said, 1), failures(said), used / requests * 1_000_000);
    }

    private String run(Server server, Manner manner) throws IOException {
        String url =
                manner.tls
                        ? "https://127.0.0.1:" + server.tlsPort()
                        : "http://127.0.0.1:" + server.port();
        List<String> command =
                new ArrayList<>(
                        List.of("wrk", "-t1", "-c" + CONNECTIONS, "-d" + seconds + "s", "-s"));
        command.addAll(List.of(script.toString(), url, "--", manner.close ? "close" : "keep"));
        Process wrk = new ProcessBuilder(Cores.others(command)).redirectErrorStream(true).start();
        String said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (wrk.onExit().join().exitValue() != 0) {
            throw new IOException("wrk failed: " + said);
        }
        return said;
    }

    private static long failures(String said) {
        long failed = (long) number(REFUSED, said, 1);
        for (int kind = 1; kind <= 4; kind++) {
            failed += (long) number(BROKEN, said, kind);
        }
        return failed;
    }

    /** What it did not mention is 0. */
    private static double number(Pattern pattern, String said, int group) {
        Matcher matcher = pattern.matcher(said);
        return matcher.find() ? Double.parseDouble(matcher.group(group)) : 0;
    }
}
