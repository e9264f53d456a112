package org.fingerpost.cli.pvalue;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The P-value catalogue. */
@Command(
        name = "pvalue",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        synopsisSubcommandLabel = "COMMAND",
        header = "Look up what P-values mean and take.",
        subcommands = {PvalueFindCommand.class, PvalueShowCommand.class},
        footer = {
            "",
            "Examples:",
            "  fingerpost pvalue find outbound proxy",
            "  fingerpost pvalue find --family GXP21xx codec",
            "  fingerpost pvalue show P194"
        })
public final class PvalueCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "find or show?");
    }
}
