package org.fingerpost.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.bench.figures.Verdict;

/** What one benchmark may take. */
sealed interface Budget {

    List<Budget> ALL =
            List.of(
                    new Time("encode a redirect binary, 30 values", "CfgBenchmark.encode", 2),
                    new Time("decode it", "CfgBenchmark.decode", 2),
                    new Time("write a complete XML, 700 values", "XmlBenchmark.write", 60),
                    new Time("read it", "XmlBenchmark.read", 60),
                    // 5,000 devices a second on one core.
                    new Time("make a listed device, 200 values", "BatchBenchmark.device", 200),
                    ratio("seal", "bareEncryption", 2048),
                    ratio("seal", "bareEncryption", 25600),
                    ratio("seal", "bareEncryption", 184320),
                    ratio("open", "bareDecryption", 25600));

    /** In microseconds. */
    record Time(String what, String benchmark, double limit) implements Budget {}

    /** Of two benchmarks of one run: the machine, and what else it does, weighs on both alike. */
    record Ratio(String what, String benchmark, String bare, double limit) implements Budget {}

    private static Ratio ratio(String benchmark, String bare, int bytes) {
        return new Ratio(
                "%s %d bytes, to a bare AES pass".formatted(benchmark, bytes),
                "SealBenchmark." + benchmark + " " + bytes,
                "SealBenchmark." + bare + " " + bytes,
                1.3);
    }

    /** How the figures stand to it; empty if they were not all measured. */
    default Optional<Verdict> judge(Map<String, Double> medians) {
        return switch (this) {
            case Time(var what, var benchmark, var limit) ->
                    Optional.ofNullable(medians.get(benchmark))
                            .map(median -> new Verdict(what, median, limit, "µs"));
            case Ratio(var what, var benchmark, var bare, var limit) ->
                    Optional.ofNullable(medians.get(benchmark))
                            .filter(median -> medians.containsKey(bare))
                            .map(median ->
                                    new Verdict(what, median / medians.get(bare), limit, "×"));
        };
    }
}
