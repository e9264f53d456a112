package org.fingerpost.cli.template;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fingerpost.cli.pvalue.FamilyOption;
import org.fingerpost.cli.streams.Streams;
import org.fingerpost.formats.catalogue.Catalogue;
import org.fingerpost.formats.catalogue.Finding;
import org.fingerpost.formats.catalogue.Severity;
import org.fingerpost.formats.model.Family;
import org.fingerpost.formats.template.ImportedFile;
import org.fingerpost.formats.template.TemplateEntry;
import org.fingerpost.formats.template.TextTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Check settings against the P-value catalogue.",
        description = {
            "",
            "Says of each line what is wrong, by which rule, and what was probably meant. A P-value"
                + " that the catalogue does not know is a warning, not an error. Takes all files"
                + " that import takes; values of secrets are not shown. A value with a hole,"
                + " $${name} as batch fills it, {$$name} or {{name}}, is not judged.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no error, perhaps warnings",
            "1:an error, or with --strict a warning; or the file cannot be read",
            "2:the command was not understood"
        },
        footer = {
            "",
            "Examples:",
            "  fingerpost template lint --family GXP2160 template.txt",
            "  fingerpost cfg decode cfg000b82123456 | fingerpost template lint --strict",
            "  fingerpost template lint --json template.txt | jq 'select(.severity==\"error\")'"
        })
final class TemplateLintCommand implements Callable<Integer> {

    /** What batch fills, or another template engine: it says what will stand there. */
    private static final Pattern HOLE =
            Pattern.compile("(?<!\\$)\\$\\{[^}]+}|\\{\\$[^}]+}|\\{\\{[^}]+}}");

    /** Rules about the number alone. */
    private static final Set<String> WHATEVER_THE_VALUE =
            Set.of("unknown-pvalue", "other-family", "later-wins", "misprint");

    private final Streams streams;

    @Mixin private FamilyOption family = new FamilyOption();

    @Option(names = "--strict", description = "Warnings count as errors.")
    private boolean strict;

    @Option(names = "--json", description = "One JSON object a finding, a line each.")
    private boolean json;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = Streams.STANDARD,
            description = "The settings; default is standard input.")
    private String input = Streams.STANDARD;

    TemplateLintCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var wanted = family.family();
        ImportedFile file = Imported.read(streams, input);
        file.oddities().forEach(streams::warn);
        return switch (file) {
            case ImportedFile.Numbered(_, _, var template) ->
                    tell(
                            judged(template, wanted),
                            template.entries().size(),
                            file.oddities().size());
            case ImportedFile.Named named -> {
                streams.warn("aliases are read, but the catalogue says nothing of their values");
                yield tell(List.of(), named.entries().size(), file.oddities().size());
            }
        };
    }

    private static List<Finding> judged(TextTemplate template, Optional<Family> family) {
        Set<Integer> holed =
                template.entries().stream()
                        .filter(entry -> HOLE.matcher(entry.setting().value()).find())
                        .map(TemplateEntry::line)
                        .collect(Collectors.toSet());
        return Catalogue.standard().check(template.numbered(), family).stream()
                .filter(finding ->
                        !holed.contains(finding.line())
                                || WHATEVER_THE_VALUE.contains(finding.rule()))
                .toList();
    }

    private int tell(List<Finding> findings, int settings, int oddities) {
        var text = new StringBuilder();
        for (Finding finding : findings) {
            text.append(json ? FindingText.json(finding) : FindingText.line(finding));
        }
        long errors = findings.stream().filter(f -> f.severity() == Severity.ERROR).count();
        long warnings = findings.size() - errors;
        if (!json) {
            text.append(
                    "%d settings, %d errors, %d warnings%n".formatted(settings, errors, warnings));
        }
        streams.print(text.toString());
        return errors > 0 || strict && warnings + oddities > 0 ? 1 : 0;
    }
}
