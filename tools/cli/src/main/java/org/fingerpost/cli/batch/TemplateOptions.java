package org.fingerpost.cli.batch;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fingerpost.cli.batch.template.HoledTemplate;
import org.fingerpost.cli.streams.Complaint;
import org.fingerpost.cli.streams.OtherKind;
import org.fingerpost.cli.streams.Streams;
import org.fingerpost.formats.catalogue.Catalogue;
import org.fingerpost.formats.catalogue.Finding;
import org.fingerpost.formats.inspect.FileKind;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.formats.model.Family;
import org.fingerpost.formats.template.TemplateException;
import org.fingerpost.formats.template.TextTemplate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all phones are told, and whether that makes sense. */
final class TemplateOptions {
    private static final int MOST_FINDINGS = 10;
    private static final Set<FileKind> KINDS = Set.of(FileKind.TEXT_TEMPLATE, FileKind.EMPTY);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = {"-t", "--template"},
            paramLabel = "FILE",
            description = "What all phones are told; without it the columns are all there is.")
    private String template = "";

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "The model or family to check the template for.")
    private String model = "";

    @Option(names = "--no-check", description = "Do not hold the template against the catalogue.")
    private boolean unchecked;

    boolean isStandardInput() {
        return template.equals(Streams.STANDARD);
    }

    /**
     * The template; what the catalogue has to say is said.
     *
     * @throws Complaint if it is none
     */
    HoledTemplate read(Streams streams) {
        Optional<Family> family = family();
        if (template.isEmpty()) {
            return HoledTemplate.none();
        }
        var read = HoledTemplate.of(text(streams), streams::warn);
        if (!unchecked) {
            tell(Catalogue.standard().check(read.fixed(), family), streams);
        }
        return read;
    }

    private TextTemplate text(Streams streams) {
        byte[] file = streams.read(template);
        OtherKind.of(file, KINDS)
                .ifPresent(other -> {
                    throw new Complaint(
                            "%s: %s; fingerpost template import makes a template of it"
                                    .formatted(template, other));
                });
        try {
            return TextTemplate.read(file);
        } catch (TemplateException wrong) {
            throw new Complaint(template + ": " + wrong.getMessage(), wrong);
        }
    }

    private static void tell(List<Finding> findings, Streams streams) {
        findings.stream()
                .limit(MOST_FINDINGS)
                .forEach(finding -> streams.warn("template " + finding));
        if (findings.size() > MOST_FINDINGS) {
            streams.warn(
                    "template: there are %d more such warnings; --no-check says none"
                            .formatted(findings.size() - MOST_FINDINGS));
        }
    }

    private Optional<Family> family() {
        if (model.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                DeviceModels.familyOf(model)
                        .orElseThrow(() ->
                                new ParameterException(
                                        spec.commandLine(),
                                        "--model: no such model is known: " + model)));
    }
}
