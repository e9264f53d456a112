package org.fingerpost.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.fingerpost.bench.door.DoorBench;
import org.fingerpost.bench.figures.Verdict;
import org.fingerpost.bench.firmware.FirmwareBench;
import org.fingerpost.bench.fleet.FleetBench;
import org.fingerpost.bench.fleet.PeerBench;
import org.fingerpost.bench.registry.RegistryBench;
import org.fingerpost.bench.rollouts.RolloutsBench;
import org.fingerpost.bench.routes.RoutesBench;
import org.fingerpost.bench.start.StartBench;
import org.fingerpost.bench.tftp.TftpBench;
import org.fingerpost.bench.timing.TimingBench;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks and holds the median of each against its budget. */
public final class Bench {

    private static final int DOOR_SECONDS = 10;

    private Bench() {}

    /** What is measured together. */
    enum Group {
        FORMATS,
        BATCH
    }

    /** JMH's own options may follow its groups; exit code 1 if a budget does not hold. */
    public static void main(String[] args) throws Exception {
        List<Verdict> verdicts =
                switch (args.length == 0 ? "" : args[0]) {
                    case "routes" -> RoutesBench.run();
                    case "rollouts" -> RolloutsBench.run();
                    case "door" -> door(args);
                    case "fleet" -> fleet(args);
                    case "firmware" -> firmware(args);
                    case "peer" ->
                            PeerBench.run(
                                    root().resolve("config-service/target/quarkus-app"),
                                    Arrays.copyOfRange(args, 1, args.length));
                    case "tftp" -> tftp(args);
                    case "start" -> StartBench.run(root().resolve("tools/cli/fingerpost"));
                    case "registry" ->
                            RegistryBench.run(root(), Arrays.copyOfRange(args, 1, args.length));
                    default -> benchmarks(args);
                };
        System.out.println();
        verdicts.forEach(System.out::println);
        if (verdicts.isEmpty()) {
            System.err.println("run: no row has such a name, nothing was measured");
            System.exit(64);
        }
        System.exit(verdicts.stream().allMatch(Verdict::holds) ? 0 : 1);
    }

    private static List<Verdict> door(String[] args)
            throws IOException, InterruptedException, ExecutionException {
        if (args.length > 2) {
            usage();
        }
        int seconds = args.length == 1 ? DOOR_SECONDS : Integer.parseInt(args[1]);
        return DoorBench.run(root().resolve("redirect-service/target/quarkus-app"), seconds);
    }

    private static List<Verdict> fleet(String[] args)
            throws IOException, InterruptedException, ExecutionException {
        int seconds = args.length == 1 ? DOOR_SECONDS : Integer.parseInt(args[1]);
        return FleetBench.run(root().resolve("config-service/target/quarkus-app"), seconds);
    }

    private static List<Verdict> firmware(String[] args)
            throws IOException, InterruptedException, ExecutionException {
        int seconds = args.length == 1 ? DOOR_SECONDS : Integer.parseInt(args[1]);
        String part = args.length < 3 ? "" : args[2];
        return FirmwareBench.run(
                root().resolve("firmware-service/target/quarkus-app"), seconds, part);
    }

    private static List<Verdict> tftp(String[] args) throws IOException, InterruptedException {
        String part = args.length == 1 ? "" : args[1];
        return TftpBench.run(root().resolve("gateway/target/quarkus-app"), part);
    }

    /** The checkout, as the script that started this says. */
    private static Path root() {
        return Path.of(System.getProperty("fingerpost.root"));
    }

    private static List<Verdict> benchmarks(String[] args)
            throws RunnerException, CommandLineOptionException, IOException, InterruptedException {
        if (args.length > 0 && args[0].equals("timing")) {
            System.exit(TimingBench.run(Arrays.copyOfRange(args, 1, args.length)) ? 0 : 1);
        }
        Group group = args.length == 0 ? usage() : group(args[0]);
        var options = new CommandLineOptions(Arrays.copyOfRange(args, 1, args.length));
        List<Verdict> verdicts = judge(medians(run(group, options)));
        if (group == Group.BATCH) {
            System.out.println(BatchOnDisk.run());
        }
        return verdicts;
    }

    private static Group group(String name) {
        return switch (name) {
            case "formats" -> Group.FORMATS;
            case "batch" -> Group.BATCH;
            default -> usage();
        };
    }

    private static Group usage() {
        System.err.println("usage: run formats|batch [JMH options, e.g. -f 1 -i 3 CfgBenchmark]");
        System.err.println("       run routes");
        System.err.println("       run door [seconds of each load, 10 unless said]");
        System.err.println(
                "       run timing http://host:port NAME=MAC[,MAC...] NAME=MAC ..."
                        + " [--beside NAME=MAC ...]");
        System.err.println("       run fleet [seconds of each load, 10 unless said]");
        System.err.println(
                "       run firmware [seconds of each load, 10 unless said]"
                        + " [part of a row's name, e.g. 'plain, 1000']");
        System.err.println("       run peer --port P --pid PID --requests FILE");
        System.err.println("       run start");
        System.err.println("       run rollouts");
        System.err.println("       run tftp [part of a row's name, e.g. '200, 512']");
        System.err.println("       run registry [--rows N] [--singles N] [--mixed]");
        System.exit(64);
        throw new IllegalStateException("the exit was refused");
    }

    /** Two processes of ten seconds a benchmark, unless the options say otherwise. */
    static Collection<RunResult> run(Group group, CommandLineOptions given) throws RunnerException {
        var options = new OptionsBuilder().parent(given);
        switch (group) {
            case FORMATS -> options.exclude(BatchBenchmark.class.getName());
            case BATCH -> options.include(BatchBenchmark.class.getName());
        }
        options.forks(given.getForkCount().orElse(2));
        options.warmupTime(given.getWarmupTime().orElse(TimeValue.seconds(1)));
        options.measurementTime(given.getMeasurementTime().orElse(TimeValue.seconds(1)));
        return new Runner(options.build()).run();
    }

    static List<Verdict> judge(Map<String, Double> medians) {
        return Budget.ALL.stream()
                .map(budget -> budget.judge(medians))
                .flatMap(Optional::stream)
                .toList();
    }

    /** By class, method and the value of the parameter, if it has one. */
    private static Map<String, Double> medians(Collection<RunResult> results) {
        return results.stream()
                .collect(
                        Collectors.toMap(
                                Bench::label,
                                result ->
                                        result.getPrimaryResult()
                                                .getStatistics()
                                                .getPercentile(50)));
    }

    private static String label(RunResult result) {
        var params = result.getParams();
        String method = params.getBenchmark().replaceFirst("^.*\\.(\\w+\\.\\w+)$", "$1");
        return params.getParamsKeys().stream()
                .map(key -> " " + params.getParam(key))
                .collect(Collectors.joining("", method, ""));
    }
}
