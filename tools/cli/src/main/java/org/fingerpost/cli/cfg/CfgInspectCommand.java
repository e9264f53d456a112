package org.fingerpost.cli.cfg;

import java.util.concurrent.Callable;
import org.fingerpost.cli.streams.Streams;
import org.fingerpost.formats.inspect.FileKind;
import org.fingerpost.formats.inspect.Inspection;
import org.fingerpost.formats.inspect.Inspector;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Say what any file is, and what is wrong with it at which byte.",
        description = {
            "",
            "Knows config binaries (plain and encrypted by the vendor's tool), XML of both"
                    + " versions, sealed XML, text templates and firmware. Never prints a value.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing is wrong with it, as far as is known",
            "1:something is wrong, or it is nothing that is known here",
            "2:the command was not understood"
        },
        footer = {
            "",
            "Examples:",
            "  fingerpost cfg inspect cfg000b82123456",
            "  curl -s http://host/p/key/cfg000b82123456.xml | fingerpost cfg inspect",
            "  fingerpost cfg inspect --json mystery.bin | jq -r .kind"
        })
final class CfgInspectCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(names = "--json", description = "Print JSON: kind, facts, faults with their offsets.")
    private boolean json;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = Streams.STANDARD,
            description = "The file; default is standard input.")
    private String input = Streams.STANDARD;

    CfgInspectCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Inspection found = Inspector.inspect(streams.read(input));
        streams.print(json ? InspectionJson.of(found) : text(found));
        return found.isSound() && found.kind() != FileKind.UNKNOWN ? 0 : 1;
    }

    private static String text(Inspection found) {
        var text = new StringBuilder();
        text.append("%-14s%s%n".formatted("kind", found.kind().meaning()));
        for (Inspection.Fact fact : found.facts()) {
            text.append("%-14s%s%n".formatted(fact.name(), fact.text()));
        }
        for (Inspection.Fault fault : found.faults()) {
            text.append(
                    "%-14s%s%n"
                            .formatted(
                                    word(fault.severity()),
                                    "at byte " + fault.offset() + ": " + fault.sentence()));
        }
        return text.toString();
    }

    static String word(Inspection.Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
        };
    }
}
