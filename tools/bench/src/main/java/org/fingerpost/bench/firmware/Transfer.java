package org.fingerpost.bench.firmware;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fingerpost.bench.door.Cores;
import org.fingerpost.bench.door.Server;
import org.fingerpost.bench.world.Fork;

/**
 * What came over in one load.
 *
 * @param perSecond megabytes
 * @param cost seconds of the server's processor time for a gigabyte
 */
record Transfer(double perSecond, double cost) {
    private static final double MEGA = 1e6;
    private static final Pattern RATE = Pattern.compile("Transfer/sec:\\s+([\\d.]+)([KMG]?)B");

    /** Phones of ours, some of them slow. */
    static Transfer plain(Server server, int phones, int seconds) throws IOException {
        double before = server.processorTime();
        Map<String, Double> came;
        try (Fork downloads =
                new Fork(
                        Cores.others(List.of()),
                        Downloads.class,
                        Integer.toString(server.port()),
                        FirmwareFile.PATH,
                        Integer.toString(phones),
                        Integer.toString(seconds))) {
            came = downloads.figures();
        }
        double used = server.processorTime() - before;
        if (came.get("refused") > 0) {
            throw new IOException(server.name() + " refused " + came.get("refused"));
        }
        double megabytes = came.get("bytes") / MEGA;
        return new Transfer(megabytes / seconds, used / megabytes * 1000);
    }

    /** Wrk's connections, none of them slow. */
    static Transfer tls(Server server, int phones, int seconds) throws IOException {
        return wrk(server, "https://127.0.0.1:" + server.tlsPort(), phones, seconds, List.of());
    }

    /** The first 64 KiB again and again: thousands of requests in the time of some files. */
    static void parts(Server server, int phones, int seconds) throws IOException {
        List<String> range = List.of("-H", "Range: bytes=0-65535");
        wrk(server, "http://127.0.0.1:" + server.port(), phones, seconds, range);
    }

    private static Transfer wrk(
            Server server, String origin, int phones, int seconds, List<String> more)
            throws IOException {
        double before = server.processorTime();
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "wrk",
                                "-t1",
                                "-c" + phones,
                                "-d" + seconds + "s",
                                "--timeout",
                                "600s"));
        command.addAll(more);
        command.add(origin + FirmwareFile.PATH);
        Process wrk = new ProcessBuilder(Cores.others(command)).redirectErrorStream(true).start();
        String said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        double used = server.processorTime() - before;
        Matcher rate = RATE.matcher(said);
        if (!rate.find() || said.contains("Non-2xx")) {
            throw new IOException("wrk says: " + said);
        }
        double perSecond = Double.parseDouble(rate.group(1)) * unit(rate.group(2)) / MEGA;
        return new Transfer(perSecond, used / (perSecond * seconds) * 1000);
    }

    private static double unit(String prefix) {
        return switch (prefix) {
            case "K" -> 1 << 10;
            case "M" -> 1 << 20;
            case "G" -> 1 << 30;
            default -> 1;
        };
    }

    static Transfer median(List<Transfer> some) {
        Transfer[] sorted = some.toArray(Transfer[]::new);
        Arrays.sort(sorted, (one, other) -> Double.compare(one.perSecond, other.perSecond));
        return sorted[sorted.length / 2];
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%,7.0f MB a second, %5.2f s of processor time a GB", perSecond, cost);
    }
}
