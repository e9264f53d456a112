package org.fingerpost.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.fingerpost.bench.figures.Verdict;
import org.fingerpost.formats.cfg.CfgBinary;
import org.fingerpost.formats.cfg.CfgFile;
import org.fingerpost.formats.seal.KeyDigest;
import org.fingerpost.formats.seal.Sealing;
import org.fingerpost.formats.xml.XmlFile;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** The benchmarks measure what they say; how long it takes is no matter of tests. */
class BenchTest {

    @Test
    void binaryIsThatOfThirtyValues() {
        var benchmark = new CfgBenchmark();
        CfgFile read = benchmark.decode();
        assertThat(read.settings()).hasSize(30).isEqualTo(Samples.redirect());
        assertEquals(read, CfgBinary.decode(benchmark.encode()));
    }

    @Test
    void xmlIsThatOfSevenHundredValues() {
        String xml = new String(new XmlBenchmark().write(), StandardCharsets.UTF_8);
        assertThat(xml.lines().filter(line -> line.startsWith("<P"))).hasSize(700);
        assertThat(new XmlBenchmark().read())
                .isInstanceOfSatisfying(
                        XmlFile.Numbered.class,
                        file -> assertThat(file.settings()).isEqualTo(Samples.complete()));
    }

    @Test
    void sealingAndTheBarePassTakeTheSameBytes() throws GeneralSecurityException {
        var benchmark = new SealBenchmark();
        benchmark.prepare();
        byte[] plain = benchmark.open();
        assertThat(plain).hasSize(benchmark.bytes);
        assertArrayEquals(plain, benchmark.bareDecryption());
        assertArrayEquals(
                plain, Sealing.open(benchmark.seal(), SealBenchmark.PASSWORD, KeyDigest.MD5));
        assertThat(benchmark.bareEncryption()).hasSize(benchmark.seal().length - 16);
    }

    @Test
    void listedDeviceHasTwoHundredValuesAndTenColumns() {
        var made = new BatchBenchmark().made();
        assertThat(made).hasSize(2 * BatchBenchmark.DEVICES);
        assertThat(CfgBinary.decode(made.getFirst().bytes()).settings()).hasSize(200);
        assertThat(Samples.devices(1).lines().findFirst().orElseThrow().split(",")).hasSize(11);
    }

    @Test
    void figureIsHeldAgainstItsBudget() {
        assertThat(
                        Bench.judge(
                                Map.of(
                                        "CfgBenchmark.encode", 1.5,
                                        "CfgBenchmark.decode", 2.5,
                                        "SealBenchmark.seal 25600", 33.0,
                                        "SealBenchmark.bareEncryption 25600", 30.0,
                                        "SealBenchmark.seal 2048", 1.0)))
                .extracting(Verdict::holds)
                .containsExactly(true, false, true);
    }

    @Test
    void everyBudgetNamesABenchmarkThatIsThere() {
        for (Budget budget : Budget.ALL) {
            switch (budget) {
                case Budget.Time(var what, var benchmark, var limit) -> assertIsThere(benchmark);
                case Budget.Ratio(var what, var benchmark, var bare, var limit) -> {
                    assertIsThere(benchmark);
                    assertIsThere(bare);
                }
            }
        }
    }

    private static void assertIsThere(String label) {
        String[] name = label.split(" ")[0].split("\\.");
        assertThat(type(name[0]).getMethods())
                .as(label)
                .filteredOn(method -> method.isAnnotationPresent(Benchmark.class))
                .extracting(Method::getName)
                .contains(name[1]);
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName("org.fingerpost.bench." + name);
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(name, missing);
        }
    }

    @Test
    void jmhRunsThem() throws RunnerException, CommandLineOptionException {
        var options =
                new CommandLineOptions(
                        "-f",
                        "0",
                        "-wi",
                        "0",
                        "-i",
                        "1",
                        "-r",
                        "1ms",
                        "-p",
                        "bytes=16",
                        "-v",
                        "SILENT");
        assertThat(Bench.run(Bench.Group.FORMATS, options)).hasSize(4 + 5);
    }
}
