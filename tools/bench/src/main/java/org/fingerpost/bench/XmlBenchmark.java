package org.fingerpost.bench;

import java.util.concurrent.TimeUnit;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.xml.ProvisioningXml;
import org.fingerpost.formats.xml.XmlFile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The XML of a complete configuration, 700 values. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class XmlBenchmark {

    private final PValues settings = Samples.complete();
    private final byte[] file = ProvisioningXml.write(Samples.PHONE, settings);

    @Benchmark
    public byte[] write() {
        return ProvisioningXml.write(Samples.PHONE, settings);
    }

    @Benchmark
    public XmlFile read() {
        return XmlFile.read(file);
    }
}
