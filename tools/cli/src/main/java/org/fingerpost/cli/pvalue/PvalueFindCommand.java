package org.fingerpost.cli.pvalue;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.fingerpost.cli.streams.Complaint;
import org.fingerpost.cli.streams.Streams;
import org.fingerpost.formats.catalogue.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "find",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Find P-values by number, name, meaning or alias.",
        description = {"", "Every word must occur; the likeliest come first.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:something was found",
            "1:nothing was found",
            "2:the command was not understood"
        },
        footer = {
            "",
            "Examples:",
            "  fingerpost pvalue find sip server",
            "  fingerpost pvalue find --family HT801 dtmf",
            "  fingerpost pvalue find 237"
        })
final class PvalueFindCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin private FamilyOption option = new FamilyOption();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "At most so many (default ${DEFAULT-VALUE}).")
    private int limit = 20;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Parameters(arity = "1..*", paramLabel = "WORD", description = "What to look for.")
    private List<String> words = List.of();

    PvalueFindCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var family = option.family();
        List<String> found =
                Catalogue.standard().search(String.join(" ", words)).stream()
                        .filter(d -> family.isEmpty() || d.isFor(family.orElseThrow()))
                        .map(d -> json ? DefinitionText.json(d) : DefinitionText.line(d))
                        .distinct()
                        .toList();
        if (found.isEmpty()) {
            throw new Complaint("nothing of that kind is in the catalogue; fewer words find more");
        }
        streams.print(found.stream().limit(limit).collect(Collectors.joining()));
        if (found.size() > limit) {
            streams.warn(
                    "%d more: --limit shows them, another word or --family narrows it down"
                            .formatted(found.size() - limit));
        }
        return 0;
    }
}
