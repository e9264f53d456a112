package org.fingerpost.cli.batch;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.fingerpost.cli.batch.make.FileFormat;
import org.fingerpost.cli.batch.make.FileNames;
import org.fingerpost.cli.batch.make.Form;
import org.fingerpost.formats.cfg.CfgVariant;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which files, and how. */
final class FormOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            description = "binary (cfg{mac}), xml (cfg{mac}.xml) or both; default is both.")
    private List<String> formats = List.of("binary", "xml");

    @Option(
            names = "--variant",
            paramLabel = "ID",
            split = ",",
            description = "A variant of the binary, see fingerpost cfg encode --help.")
    private List<String> variants = List.of();

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            description = "Stands before each file's name, as the phones have it in P234.")
    private String prefix = "";

    @Option(
            names = "--postfix",
            paramLabel = "TEXT",
            description = "Stands after the whole name, extension included, as in P235.")
    private String postfix = "";

    @ArgGroup private Sealed sealed = new Sealed();

    private static final class Sealed {
        @Option(
                names = "--seal",
                description = "Seal each XML under the P1359 that the device is told.")
        private boolean underSetting;

        @Option(
                names = "--seal-column",
                paramLabel = "NAME",
                description = "Seal each XML under the password in that column.")
        private String column = "";
    }

    Form form() {
        return new Form(formats(), names(), variants(), seal());
    }

    /** Columns that are used though the template has no such hole. */
    Set<String> columns() {
        return sealed.column.isEmpty() ? Set.of() : Set.of(sealed.column);
    }

    private Set<FileFormat> formats() {
        Set<FileFormat> all = EnumSet.noneOf(FileFormat.class);
        for (String id : formats) {
            all.add(
                    FileFormat.find(id)
                            .orElseThrow(() ->
                                    usage("--format is binary, xml or binary,xml, not " + id)));
        }
        return all;
    }

    private Set<CfgVariant> variants() {
        Set<CfgVariant> all = EnumSet.noneOf(CfgVariant.class);
        for (String id : variants) {
            all.add(
                    CfgVariant.find(id)
                            .orElseThrow(() ->
                                    usage(
                                            "--variant: there is no \"%s\"; there are %s"
                                                    .formatted(id, CfgVariant.ids()))));
        }
        return all;
    }

    private FileNames names() {
        try {
            return new FileNames(prefix, postfix);
        } catch (IllegalArgumentException wrong) {
            throw usage(wrong.getMessage());
        }
    }

    private Form.Seal seal() {
        if (!sealed.column.isEmpty()) {
            return new Form.Seal.FromColumn(sealed.column);
        }
        return sealed.underSetting ? new Form.Seal.FromSetting() : new Form.Seal.None();
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
