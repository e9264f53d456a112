package org.fingerpost.bench;

import java.util.concurrent.TimeUnit;
import org.fingerpost.formats.cfg.CfgBinary;
import org.fingerpost.formats.cfg.CfgFile;
import org.fingerpost.formats.pvalue.PValues;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The binary of a redirection, 30 values. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CfgBenchmark {

    private final PValues settings = Samples.redirect();
    private final byte[] file = CfgBinary.encode(Samples.PHONE, settings);

    @Benchmark
    public byte[] encode() {
        return CfgBinary.encode(Samples.PHONE, settings);
    }

    @Benchmark
    public CfgFile decode() {
        return CfgBinary.decode(file);
    }
}
