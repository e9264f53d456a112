package org.fingerpost.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.fingerpost.cli.batch.list.DeviceList;
import org.fingerpost.cli.batch.make.DeviceFiles;
import org.fingerpost.cli.batch.make.FileFormat;
import org.fingerpost.cli.batch.make.FileNames;
import org.fingerpost.cli.batch.make.Form;
import org.fingerpost.cli.batch.make.Outcome;
import org.fingerpost.cli.batch.out.Folder;
import org.fingerpost.cli.batch.template.Columns;
import org.fingerpost.cli.batch.template.HoledTemplate;
import org.fingerpost.formats.template.TextTemplate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One device of a list on one thread: its line read, holes filled, binary and XML made and
 * digested. Not written: how long that takes is the disk's matter.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BatchBenchmark {

    static final int DEVICES = 1_000;

    private static final Form FORM =
            new Form(
                    EnumSet.allOf(FileFormat.class),
                    new FileNames("", ""),
                    Set.of(),
                    new Form.Seal.None());

    private final HoledTemplate template =
            HoledTemplate.of(
                    TextTemplate.read(Samples.template().getBytes(StandardCharsets.UTF_8)),
                    warning -> {});
    private final byte[] csv = Samples.devices(DEVICES).getBytes(StandardCharsets.UTF_8);

    @Benchmark
    @OperationsPerInvocation(DEVICES)
    public void device(Blackhole into) {
        for (Outcome.DeviceFile file : made()) {
            into.consume(Folder.describe(file.name(), file.bytes()));
        }
    }

    List<Outcome.DeviceFile> made() {
        var list = new DeviceList(new ByteArrayInputStream(csv));
        var columns = Columns.of(list.header(), template, Set.of(), Set.of());
        var files = new DeviceFiles(template, columns, FORM);
        List<Outcome.DeviceFile> all = new ArrayList<>();
        for (var next = list.next(); next.isPresent(); next = list.next()) {
            switch (files.of(next.orElseThrow())) {
                case Outcome.Made made -> all.addAll(made.files());
                case Outcome.Refused refused -> throw new IllegalStateException(refused.reason());
            }
        }
        return all;
    }
}
