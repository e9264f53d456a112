package org.fingerpost.cli.cfg;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The config binary, {@code cfg{mac}}. */
@Command(
        name = "cfg",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        synopsisSubcommandLabel = "COMMAND",
        header = "Write, read and inspect the config binary, cfg{mac}.",
        subcommands = {CfgEncodeCommand.class, CfgDecodeCommand.class, CfgInspectCommand.class},
        footer = {
            "",
            "Examples:",
            "  fingerpost cfg encode --mac 000b82123456 -o cfg000b82123456 settings.txt",
            "  fingerpost cfg decode cfg000b82123456",
            "  curl -s http://host/gs/cfg000b82123456 | fingerpost cfg inspect"
        })
public final class CfgCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "encode, decode or inspect?");
    }
}
