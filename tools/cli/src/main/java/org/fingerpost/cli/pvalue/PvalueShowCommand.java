package org.fingerpost.cli.pvalue;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.fingerpost.cli.streams.Complaint;
import org.fingerpost.cli.streams.Streams;
import org.fingerpost.formats.catalogue.Catalogue;
import org.fingerpost.formats.definition.Definition;
import org.fingerpost.formats.pvalue.PValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Show all that is known about one P-value.",
        description = {
            "",
            "One number may mean different things on different families: each is shown.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is known",
            "1:it is not in the catalogue, or not for that family",
            "2:the command was not understood"
        },
        footer = {
            "",
            "Examples:",
            "  fingerpost pvalue show P237",
            "  fingerpost pvalue show --family HT801 194"
        })
final class PvalueShowCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec private CommandSpec spec;

    @Mixin private FamilyOption option = new FamilyOption();

    @Option(names = "--json", description = "One JSON object a line, one for each meaning.")
    private boolean json;

    @Parameters(arity = "1", paramLabel = "PVALUE", description = "Such as P47; 47 will do.")
    private String name = "";

    PvalueShowCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        PValue p = parsed();
        var family = option.family();
        List<Definition> known = Catalogue.standard().find(p);
        List<Definition> here =
                known.stream()
                        .filter(d -> family.isEmpty() || d.isFor(family.orElseThrow()))
                        .toList();
        if (here.isEmpty()) {
            throw new Complaint(
                    known.isEmpty()
                            ? p
                                    + " is not in the catalogue, which is no fault of it: it would"
                                    + " be passed on to the phone as it is"
                            : p
                                    + " is known for other families: "
                                    + known.getFirst().familyNames());
        }
        streams.print(
                here.stream()
                        .map(d -> json ? DefinitionText.json(d) : DefinitionText.paragraph(d))
                        .collect(Collectors.joining(json ? "" : "\n")));
        return 0;
    }

    private PValue parsed() {
        String number = name.matches("[pP][0-9]+") ? name.substring(1) : name;
        try {
            return PValue.parse("P" + number);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }
}
